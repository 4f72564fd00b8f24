/**
 * The program: its command line, its configuration, and the wiring of the modules. There is no other logic here.
 *
 * <p>Enter at {@link io.github.claudebridge.app.Main}.
 */
@NullMarked
package io.github.claudebridge.app;

import org.jspecify.annotations.NullMarked;
