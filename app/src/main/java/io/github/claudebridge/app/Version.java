package io.github.claudebridge.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar, and what it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "claude-bridge " + Objects.requireNonNullElse(version, "(not packaged)"),
            "Java ${java.version} (${java.vendor}), ${os.name} ${os.version} ${os.arch}"
        };
    }
}
