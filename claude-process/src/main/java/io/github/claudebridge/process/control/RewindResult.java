package io.github.claudebridge.process.control;

import java.nio.file.Path;
import java.util.List;

/**
 * What setting files back did, or would do.
 *
 * @param possible whether it can be done
 * @param files the files that change
 * @param insertions lines added
 * @param deletions lines removed
 * @param error why it cannot be done; empty where it can
 */
public record RewindResult(boolean possible, List<Path> files, long insertions, long deletions, String error) {

    public RewindResult {
        files = List.copyOf(files);
    }
}
