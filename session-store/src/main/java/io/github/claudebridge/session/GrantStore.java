package io.github.claudebridge.session;

import io.github.claudebridge.session.internal.Home;
import io.github.claudebridge.session.internal.HomeLocks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The rights of the sessions of one home. Read from disk on demand. Thread-safe. */
public final class GrantStore {

    private final Home home;
    private final HomeLocks locks;
    private final WorkspaceRoots roots;

    GrantStore(Home home, HomeLocks locks, WorkspaceRoots roots) {
        this.home = home;
        this.locks = locks;
        this.roots = roots;
    }

    /**
     * The rights of a session; the least ones when none were ever granted.
     *
     * @throws DamagedSessionException when they cannot be understood
     */
    public Grants of(SessionName name) {
        return new GrantsFile(home, name).read();
    }

    /**
     * Changes the rights of a session, and their mirror in its metadata. The change runs under the lock of the session, so
     * it must not call the store.
     *
     * @return the rights afterwards; a directory in it is a real path
     * @throws SessionNotFoundException when there is no such session
     * @throws DirectoryRefusedException when the directory does not exist or is not below a configured root
     */
    public Grants change(SessionName name, UnaryOperator<Grants> change) {
        return locks.inSession(name.value(), () -> {
            MetadataFile metadata = new MetadataFile(home, name);
            metadata.read();
            GrantsFile file = new GrantsFile(home, name);
            Grants found = file.read();
            Grants asked = change.apply(found);
            Grants granted = asked.directory().equals(found.directory())
                    ? asked
                    : asked.withDirectory(asked.directory().map(roots::resolve)).withTrusted(asked.trusted());
            file.write(granted);
            metadata.update(edit -> edit.grantsMirror(
                    granted.directory().map(Path::toString).orElse(null),
                    granted.permissionMode().word()));
            return granted;
        });
    }

    /**
     * Where a session works: the granted directory, checked again because links may have changed, or its own folder.
     *
     * @throws DirectoryRefusedException when the granted directory is gone or leads outside the roots by now
     */
    public Path workingDirectory(SessionName name) {
        Optional<Path> granted = of(name).directory();
        if (granted.isEmpty()) {
            return home.session(name.value());
        }
        Path real = roots.resolve(granted.get());
        if (!real.equals(granted.get())) {
            throw new DirectoryRefusedException(granted.get(), "has become a link to " + real);
        }
        return real;
    }

    /**
     * What the metadata of a session asks for, other than what is granted: somebody edited it by hand, or Claude did.
     *
     * @return empty when the metadata agrees with the grants, or says nothing about them
     */
    public Optional<GrantRequest> request(SessionName name) {
        Grants granted = of(name);
        Metadata metadata = new MetadataFile(home, name).read();
        String directory = granted.directory().map(Path::toString).orElse("");
        Optional<String> otherDirectory =
                Optional.ofNullable(metadata.directory()).filter(Predicate.not(directory::equals));
        Optional<String> otherMode = Optional.ofNullable(metadata.permissionMode())
                .filter(Predicate.not(granted.permissionMode().word()::equals));
        return otherDirectory.isEmpty() && otherMode.isEmpty()
                ? Optional.empty()
                : Optional.of(new GrantRequest(otherDirectory, otherMode));
    }
}
