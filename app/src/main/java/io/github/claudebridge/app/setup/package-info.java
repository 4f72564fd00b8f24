/**
 * From nothing to a bot that runs. {@link io.github.claudebridge.app.setup.InitCommand} asks for what is needed and writes it down, {@link
 * io.github.claudebridge.app.setup.PairCommand} lets people in.
 */
@NullMarked
package io.github.claudebridge.app.setup;

import org.jspecify.annotations.NullMarked;
