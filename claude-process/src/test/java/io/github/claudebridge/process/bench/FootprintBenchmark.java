package io.github.claudebridge.process.bench;

/** Heap and threads. Not a test; {@code docs/performance.md} says how to run it. */
public final class FootprintBenchmark {

    private FootprintBenchmark() {}

    /** Prints what long conversations, huge lines and many processes cost. */
    public static void main(String[] arguments) {
        try (ManyMessages conversation = new ManyMessages()) {
            System.out.printf(
                    "heap after 100 turns of 20,000 messages: %+d KiB%n", conversation.heapGrowth(100, 20_000) >> 10);
        }
        HugeLine.Result line = new HugeLine().send();
        System.out.printf(
                "a line of 64 MiB: %,d characters arrived; heap afterwards %+d KiB%n",
                line.characters(), line.heapGrowth() >> 10);
        System.out.printf("threads for 100 processes: %d%n", ThreadCount.threadsFor(100, ThreadCount::subprocess));
        System.out.printf(
                "threads for 2,000 conversations in memory: %d%n",
                ThreadCount.threadsFor(2_000, ThreadCount::inMemory));
    }
}
