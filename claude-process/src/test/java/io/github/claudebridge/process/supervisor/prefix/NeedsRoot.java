package io.github.claudebridge.process.supervisor.prefix;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that makes a Unix user, runs programs as that user, and starts a server for secure shells. It carries the tag
 * {@code needs-root}. Where it cannot run it is skipped with the reason; where the environment variable
 * {@code CLAUDE_BRIDGE_REQUIRE_ROOT} is {@code true} it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("needs-root")
@ExtendWith(NeedsRootCondition.class)
@interface NeedsRoot {}
