package io.github.claudebridge.app.doctor;

import java.util.List;

/** Which Java this runs on. */
final class JavaCheck implements Check {

    @Override
    public List<Finding> look() {
        String heap = Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB of heap at most";
        return List.of(Finding.ok("Java", Runtime.version() + ", " + heap));
    }
}
