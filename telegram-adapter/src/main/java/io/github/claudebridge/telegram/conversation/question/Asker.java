package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.internal.Timers;
import io.github.claudebridge.telegram.journal.Decisions;
import java.time.Clock;

/** What it takes to ask somebody something and to wait for the answer. Thread-safe. */
record Asker(Chat chat, Decisions decisions, QuestionSettings settings, Timers timers, Clock clock) {}
