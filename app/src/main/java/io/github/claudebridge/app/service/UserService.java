package io.github.claudebridge.app.service;

import io.github.claudebridge.app.service.Systemctl.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The service of this user. Not thread-safe. */
public final class UserService {

    private final Systemctl systemctl;
    private final Path file;

    /**
     * @param configFolder the user's folder for configuration, {@code ~/.config} as a rule
     */
    public UserService(Systemctl systemctl, Path configFolder) {
        this.systemctl = systemctl;
        this.file = UnitFile.place(configFolder);
    }

    /** Where its unit file lies. */
    public Path file() {
        return file;
    }

    /** Whether it was set up. */
    public boolean isInstalled() {
        return Files.isRegularFile(file);
    }

    /**
     * Writes the unit file, also over an older one, and has the service started now and at every start of the user's systemd.
     *
     * @throws ServiceException if it cannot be written, or systemd refuses it; the file stays
     */
    public void install(UnitFile unit) throws ServiceException {
        write(unit.text());
        require(systemctl.run("daemon-reload"));
        require(systemctl.run("enable", UnitFile.NAME));
        require(systemctl.run("restart", UnitFile.NAME));
    }

    /**
     * Stops the service and removes it.
     *
     * @return whether there was one
     * @throws ServiceException if it cannot be stopped or removed
     */
    public boolean uninstall() throws ServiceException {
        if (!isInstalled()) {
            return false;
        }
        require(systemctl.run("disable", "--now", UnitFile.NAME));
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new ServiceException(
                    file + " cannot be removed. Remove it by hand, then run: systemctl --user daemon-reload");
        }
        require(systemctl.run("daemon-reload"));
        return true;
    }

    /**
     * Whether it runs now.
     *
     * @throws ServiceException if systemd cannot be asked
     */
    public boolean isActive() throws ServiceException {
        return systemctl.run("is-active", UnitFile.NAME).isDone();
    }

    /**
     * What systemd says of it, with the last lines of its log.
     *
     * @throws ServiceException if systemd cannot be asked
     */
    public Reply status() throws ServiceException {
        return systemctl.run("status", "--lines=10", UnitFile.NAME);
    }

    private void write(String text) throws ServiceException {
        Path fresh = file.resolveSibling(UnitFile.NAME + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServiceException(
                    file + " cannot be written. Give this user the right to write to " + file.getParent() + ".");
        }
    }

    private static void require(Reply reply) throws ServiceException {
        if (!reply.isDone()) {
            String nextStep = reply.text().contains("connect to bus")
                    ? "The systemd of this user does not run. Run as this user: loginctl enable-linger, then log in again."
                    : "Look at: systemctl --user status " + UnitFile.NAME;
            throw new ServiceException("systemd says: " + reply.text() + ". " + nextStep);
        }
    }
}
