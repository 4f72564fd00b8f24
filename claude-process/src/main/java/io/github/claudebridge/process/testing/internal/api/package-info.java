/** The HTTP side of {@link io.github.claudebridge.process.testing.FakeAnthropic}. */
@NullMarked
package io.github.claudebridge.process.testing.internal.api;

import org.jspecify.annotations.NullMarked;
