/**
 * Who decides what Claude may do. Enter at {@link PermissionHandler}, which is asked with a {@link PermissionRequest} and answers with a
 * {@link Permission}.
 */
@NullMarked
package io.github.claudebridge.process.permission;

import org.jspecify.annotations.NullMarked;
