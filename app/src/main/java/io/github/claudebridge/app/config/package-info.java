/**
 * The configuration: {@code config.toml}, then the environment, then flags, each overriding what came before.
 *
 * <p>Enter at {@link io.github.claudebridge.app.config.ConfigLoader}.
 */
@NullMarked
package io.github.claudebridge.app.config;

import org.jspecify.annotations.NullMarked;
