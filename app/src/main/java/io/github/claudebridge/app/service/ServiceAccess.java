package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.StartException;
import java.nio.file.Path;

/** The service of the user who runs this program. */
final class ServiceAccess {

    private ServiceAccess() {}

    interface Work<T> {
        T with(UserService service) throws ServiceException, StartException;
    }

    static <T> T use(Work<T> work) throws StartException {
        try {
            return work.with(new UserService(new Systemctl(), configFolder()));
        } catch (ServiceException e) {
            throw new StartException(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Path configFolder() {
        String folder = System.getenv("XDG_CONFIG_HOME");
        return folder == null || folder.isBlank() ? HomeOption.userHome().resolve(".config") : Path.of(folder);
    }
}
