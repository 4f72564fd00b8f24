/** Uploaded files, their identifiers and download links. Enter at {@code FileStore}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.files;

import org.jspecify.annotations.NullMarked;
