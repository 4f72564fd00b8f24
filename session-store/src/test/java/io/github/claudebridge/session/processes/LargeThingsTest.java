package io.github.claudebridge.session.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is larger than the heap is searched, exported, archived and restored all the same. */
class LargeThingsTest {

    private static final String HEAP = "-Xmx40m";
    private static final String MEGABYTES = "64";

    @TempDir
    Path home;

    @Test
    void logs_and_archives_may_be_larger_than_the_heap() throws Exception {
        try (OtherJvm program = OtherJvm.start(LargeThings.class, List.of(HEAP), home.toString(), MEGABYTES)) {
            assertThat(program.end()).isEqualTo("found 0\n-1\n-1\n");
        }
    }
}
