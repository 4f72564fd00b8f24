package io.github.claudebridge.session.files;

import io.github.claudebridge.session.internal.Trees;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts links in the place of folders and files, and takes them away again, as fast as it can. */
final class SwappingAttacker implements AutoCloseable {

    /** What is swapped for a link to what. */
    record Swap(Path place, Path target) {}

    private final AtomicInteger swaps = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CompletableFuture<Void> attack;

    /** Begins at once, with one swap after the other. */
    SwappingAttacker(SplittableRandom random, Swap... choices) {
        List<Swap> all = List.of(choices);
        Executor thread = work -> new Thread(work, "attacker").start();
        this.attack = CompletableFuture.runAsync(
                () -> {
                    while (!stopped.get()) {
                        swap(all.get(random.nextInt(all.size())));
                    }
                },
                thread);
    }

    int swaps() {
        return swaps.get();
    }

    private void swap(Swap swap) {
        Path place = swap.place();
        Path aside = place.resolveSibling(place.getFileName() + ".aside");
        try {
            Files.move(place, aside);
            try {
                Files.createSymbolicLink(place, swap.target());
                Files.delete(place);
                Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                // Somebody has made a new folder in this place meanwhile.
                Trees.delete(aside);
            }
            swaps.incrementAndGet();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the attack, with everything in its place; throws if it went wrong. */
    @Override
    public void close() {
        stopped.set(true);
        attack.join();
    }
}
