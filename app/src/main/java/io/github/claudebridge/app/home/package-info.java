/** The home as one program at a time has it to itself. Enter at {@link io.github.claudebridge.app.home.OpenHome}. */
@NullMarked
package io.github.claudebridge.app.home;

import org.jspecify.annotations.NullMarked;
