/**
 * Archives: a whole session in one file, which {@code tar} can read, and back.
 *
 * <p>{@link io.github.claudebridge.session.archive.Archives} is where to enter. In an archive lies one folder with
 * {@code manifest.json}, the session's folder as {@code session}, an external working directory as {@code workspace}
 * where that was asked for, the caller's {@code attachments}, and {@code SHA256SUMS}, which {@code sha256sum -c} can
 * check. Archives are written, verified and restored as streams: memory does not grow with their size.
 */
@NullMarked
package io.github.claudebridge.session.archive;

import org.jspecify.annotations.NullMarked;
