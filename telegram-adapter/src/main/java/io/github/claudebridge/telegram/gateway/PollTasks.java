package io.github.claudebridge.telegram.gateway;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;

/**
 * What a polling session runs on, waits by, reports to, and hands its updates to.
 *
 * @param position the number of the last update; outlives the session
 */
record PollTasks(
        ScheduledExecutorService executor,
        BackOff backOff,
        PollHealth health,
        AtomicInteger position,
        LongPollingUpdateConsumer consumer) {}
