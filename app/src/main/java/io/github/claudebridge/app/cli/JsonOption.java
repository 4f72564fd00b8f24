package io.github.claudebridge.app.cli;

import picocli.CommandLine.Option;

/** The flag for scripts. A mixin; not thread-safe. */
public final class JsonOption {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Whether JSON is wanted. */
    public boolean isWanted() {
        return json;
    }
}
