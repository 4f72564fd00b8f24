package io.github.claudebridge.app.control;

import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** Where the bot of a home is asked. */
final class ControlSocket {

    private ControlSocket() {}

    static Path file(Path home) {
        return home.resolve("state").resolve("control.sock");
    }

    static UnixDomainSocketAddress address(Path home) {
        return UnixDomainSocketAddress.of(file(home));
    }
}
