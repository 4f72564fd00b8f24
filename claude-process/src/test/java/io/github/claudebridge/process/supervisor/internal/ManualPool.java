package io.github.claudebridge.process.supervisor.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/** A pool whose tasks run when, and in the order, that the test wants: as any number of threads might run them. Not thread-safe. */
final class ManualPool implements Executor {

    private final SplittableRandom random;
    private final List<Runnable> tasks = new ArrayList<>();
    private boolean atOnce;

    ManualPool(SplittableRandom random) {
        this.random = random;
    }

    /** From now on each task runs as soon as it is given, as on a thread that is faster than whoever gives it. */
    void beAheadOfEverybody() {
        atOnce = true;
    }

    @Override
    public void execute(Runnable task) {
        if (atOnce) {
            task.run();
        } else {
            tasks.add(task);
        }
    }

    /** Runs one of the tasks; false when there is none. */
    boolean runOne() {
        if (tasks.isEmpty()) {
            return false;
        }
        tasks.remove(random.nextInt(tasks.size())).run();
        return true;
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }
}
