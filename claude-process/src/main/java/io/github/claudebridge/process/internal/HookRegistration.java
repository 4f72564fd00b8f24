package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.hook.HookEvent;
import io.github.claudebridge.process.hook.HookHandler;
import org.jspecify.annotations.Nullable;

/**
 * A hook of the host.
 *
 * @param event when it runs
 * @param matcher for which tools, as a pattern of the CLI; null for all
 * @param handler what it does
 */
public record HookRegistration(HookEvent event, @Nullable String matcher, HookHandler handler) {}
