/**
 * JUnit support of the test kit; needs JUnit Jupiter on the class path.
 *
 * <p>{@link io.github.claudebridge.process.testing.junit.FakeClaudeExtension} gives a test a stand-in that answers as the test
 * decides; {@link io.github.claudebridge.process.testing.junit.RealCli} marks tests that drive the real command line.
 */
@NullMarked
package io.github.claudebridge.process.testing.junit;

import org.jspecify.annotations.NullMarked;
