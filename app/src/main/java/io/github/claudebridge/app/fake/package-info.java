/** The stand-ins as programs of their own. Enter at {@link io.github.claudebridge.app.fake.FakeCommand}. */
@NullMarked
package io.github.claudebridge.app.fake;

import org.jspecify.annotations.NullMarked;
