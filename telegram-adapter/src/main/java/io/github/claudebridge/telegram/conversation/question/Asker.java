package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.internal.Timers;
import java.time.Clock;

/** What it takes to ask somebody something and to wait for the answer. Thread-safe. */
record Asker(Chat chat, QuestionSettings settings, Timers timers, Clock clock) {}
