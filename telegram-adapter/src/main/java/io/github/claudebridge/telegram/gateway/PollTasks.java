package io.github.claudebridge.telegram.gateway;

import java.util.concurrent.ScheduledExecutorService;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;

/** What a polling session runs on, waits by, reports to, and hands its updates to. */
record PollTasks(
        ScheduledExecutorService executor, BackOff backOff, PollHealth health, LongPollingUpdateConsumer consumer) {}
