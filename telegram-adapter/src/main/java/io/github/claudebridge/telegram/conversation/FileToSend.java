package io.github.claudebridge.telegram.conversation;

import java.nio.file.Path;

/**
 * A file in a folder that Claude may write. It is opened when it is its turn, and only if it is a regular file then that is reached
 * without links. Immutable.
 *
 * @param folder absolute path of the folder
 * @param path the file's path below the folder, with slashes
 * @param asPhoto whether it is shown as a picture, if it can be
 */
public record FileToSend(Path folder, String path, boolean asPhoto) {}
