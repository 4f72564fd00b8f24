package io.github.claudebridge.session.crash;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.Archives;
import io.github.claudebridge.session.archive.RestoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A process without root's rights that archives, restores and deletes a session with folders nobody may write to. */
final class ReadOnlyFolders {

    private ReadOnlyFolders() {}

    public static void main(String[] args) throws Exception {
        SessionStore store = SessionStore.open(Path.of(args[0]));
        SessionName name = SessionName.of("work");
        Path module = Files.createDirectories(
                store.create(name, "default").directory().resolve("pkg/mod/deep"));
        Files.writeString(module.resolve("file"), "x");
        restrict(module, "r-xr-xr-x");
        restrict(module.resolveSibling(""), "r-xr-xr-x");
        if (Files.isWritable(module)) {
            throw new IllegalStateException("has the rights of root");
        }
        Path archive =
                Archives.of(store).archive(name, ArchiveOptions.defaults()).file();
        System.out.println("archived");
        Archives.of(store).restore(archive, RestoreOptions.defaults());
        Path empty = Files.createDirectory(store.get(name).directory().resolve("locked"));
        restrict(empty, "---------");
        store.delete(name);
        System.out.println("deleted");
        SessionStore.open(store.home());
    }

    private static void restrict(Path folder, String permissions) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }
}
