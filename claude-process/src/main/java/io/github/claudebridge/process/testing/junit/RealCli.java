package io.github.claudebridge.process.testing.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or a class of tests, that drives the real Claude Code command line offline.
 *
 * <p>It carries the tag {@code real-cli}. Where the command line is missing or a network could be reached, the test is
 * skipped with the reason; where the environment variable {@code CLAUDE_BRIDGE_REQUIRE_REAL_CLI} is {@code true} it fails
 * instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("real-cli")
@ExtendWith(RealCliCondition.class)
public @interface RealCli {}
