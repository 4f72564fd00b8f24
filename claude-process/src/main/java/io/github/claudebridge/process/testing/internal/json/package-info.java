/**
 * JSON as plain objects for the test kit: {@link io.github.claudebridge.process.testing.internal.json.JsonObject}.
 *
 * <p>The fakes start as processes of their own many times in a test run, so they read and write JSON with the streaming
 * parser alone; data binding would double their start-up time.
 */
@NullMarked
package io.github.claudebridge.process.testing.internal.json;

import org.jspecify.annotations.NullMarked;
