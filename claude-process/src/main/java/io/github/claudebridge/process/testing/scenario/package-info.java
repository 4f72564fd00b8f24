/**
 * Scenarios: what a host says to the command line, and what it is told, as text that can be read, recorded and played.
 *
 * <p>A {@link io.github.claudebridge.process.testing.scenario.Scenario} is a list of steps and the lines that are
 * expected. A {@link io.github.claudebridge.process.testing.scenario.Player} plays it against anything that a
 * {@link io.github.claudebridge.process.testing.scenario.Launcher} starts, the real command line or a stand-in, and
 * returns what it was told with all that changes from run to run taken out. A
 * {@link io.github.claudebridge.process.testing.scenario.Recorder} makes a scenario of a run.
 */
@NullMarked
package io.github.claudebridge.process.testing.scenario;

import org.jspecify.annotations.NullMarked;
