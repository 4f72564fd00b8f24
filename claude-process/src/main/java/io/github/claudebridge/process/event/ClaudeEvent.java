package io.github.claudebridge.process.event;

/**
 * One event of a conversation, in the order of the CLI's output. Kinds that this library does not know arrive as {@link Unknown} with
 * their JSON, so a newer CLI loses nothing.
 */
public sealed interface ClaudeEvent
        permits ApiFailure,
                ApiRetry,
                BackgroundTasks,
                CompactBoundary,
                ConversationReset,
                EventsSkipped,
                HookFinished,
                HookStarted,
                Malformed,
                MessageLifecycle,
                MessageStarted,
                MessageStopped,
                ModelFallback,
                Notice,
                Output,
                PermissionDenied,
                RateLimit,
                ResultMessage,
                SessionInit,
                SessionState,
                StatusReport,
                TaskFinished,
                TaskProgress,
                TaskStarted,
                TaskUpdated,
                Thinking,
                ThinkingTokens,
                TitleChanged,
                ToolInput,
                ToolResult,
                ToolUse,
                Unknown,
                UserMessage {}
