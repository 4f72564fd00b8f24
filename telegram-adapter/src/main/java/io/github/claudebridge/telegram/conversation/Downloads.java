package io.github.claudebridge.telegram.conversation;

import java.io.InputStream;

/** Fetches the files that people sent. Thread-safe. */
public interface Downloads {

    /**
     * Opens the content of a file, which is fetched while it is read. Blocks for the network.
     *
     * @return the content, to be closed by the caller; reading throws {@link java.io.IOException} when it breaks off
     * @throws DownloadException if it cannot be fetched
     */
    InputStream open(UserFile file) throws DownloadException;
}
