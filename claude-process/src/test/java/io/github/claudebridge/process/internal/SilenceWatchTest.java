package io.github.claudebridge.process.internal;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {

    @Test
    void waiting_for_silence_keeps_nothing_in_memory() {
        WeakReference<SilenceWatch> dropped = watchThatHasHeard();
        await().until(() -> {
            System.gc();
            return dropped.get() == null;
        });
    }

    private static WeakReference<SilenceWatch> watchThatHasHeard() {
        SilenceWatch watch = new SilenceWatch(Duration.ofHours(1), () -> true, error -> {});
        watch.heard();
        return new WeakReference<>(watch);
    }
}
