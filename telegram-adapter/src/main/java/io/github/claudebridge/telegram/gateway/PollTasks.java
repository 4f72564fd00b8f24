package io.github.claudebridge.telegram.gateway;

import java.util.concurrent.ScheduledExecutorService;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;

/** What a polling session runs on, waits by, and hands its updates to. */
record PollTasks(ScheduledExecutorService executor, BackOff backOff, LongPollingUpdateConsumer consumer) {}
