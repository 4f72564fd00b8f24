package io.github.claudebridge.app.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd, where it waits for that, when the bot is ready, that it lives, and when it stops; through {@code systemd-notify}, because
 * the JDK cannot send datagrams to a Unix socket. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final boolean wanted;
    private final BooleanSupplier lives;
    private final String program;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    private Watchdog(boolean wanted, BooleanSupplier lives, String program) {
        this.wanted = wanted;
        this.lives = lives;
        this.program = program;
    }

    /**
     * Tells that the bot is ready, and from now on that it lives.
     *
     * @param environment of this process, in which systemd says what it wants
     * @param lives whether the bot lives, asked now and then
     */
    public static Watchdog ready(Map<String, String> environment, BooleanSupplier lives) {
        return ready(environment, lives, "systemd-notify");
    }

    static Watchdog ready(Map<String, String> environment, BooleanSupplier lives, String program) {
        Watchdog dog =
                new Watchdog(!environment.getOrDefault("NOTIFY_SOCKET", "").isBlank(), lives, program);
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        if (dog.wanted) {
            dog.clock.execute(() -> dog.tell("READY=1"));
        }
        if (dog.wanted && micros.matches("[1-9][0-9]{0,17}")) {
            long half = Long.parseLong(micros) / 2;
            ScheduledFuture<?> unused = dog.clock.scheduleAtFixedRate(dog::bark, half, half, TimeUnit.MICROSECONDS);
        }
        return dog;
    }

    private void bark() {
        if (lives.getAsBoolean()) {
            tell("WATCHDOG=1");
        } else {
            LOG.error("Messages are not read any more; systemd will start the bot again.");
        }
    }

    private void tell(String what) {
        try {
            Process process = new ProcessBuilder(program, what)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.warn("systemd was not told {}: {}", what, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells that the bot stops now. Closing again does nothing. */
    @Override
    public void close() {
        if (!clock.isShutdown()) {
            clock.shutdownNow();
            if (wanted) {
                tell("STOPPING=1");
            }
        }
    }
}
