package io.github.claudebridge.process.testing.junit;

import io.github.claudebridge.process.testing.FakeSetup;
import io.github.claudebridge.process.testing.ScriptedFake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The fake of one test and its folder, which goes when the test is over. Thread-safe. */
final class Workplace implements AutoCloseable {
    private final Path folder;
    private final ScriptedFake fake;

    Workplace(FakeSetup setup) {
        try {
            folder = Files.createTempDirectory("fake-claude-");
            fake = ScriptedFake.in(folder, setup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptedFake fake() {
        return fake;
    }

    @Override
    public void close() throws IOException {
        fake.close();
        for (Path path : deepestFirst()) {
            try {
                Files.deleteIfExists(path);
            } catch (DirectoryNotEmptyException stillWrittenTo) {
                // By a conversation in this process that the test has left open.
            }
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
