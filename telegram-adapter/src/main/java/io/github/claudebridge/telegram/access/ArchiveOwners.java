package io.github.claudebridge.telegram.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.internal.StateFile;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Whose archives are whose, by the names of their files, in {@code archive-owners.json} of the state folder. Thread-safe. */
final class ArchiveOwners {

    private final StateFile file;

    ArchiveOwners(Path state) {
        this.file = new StateFile(state.resolve("archive-owners.json"));
    }

    OptionalLong of(String archive) {
        JsonNode owner = file.read().path(archive);
        return owner.isIntegralNumber() ? OptionalLong.of(owner.longValue()) : OptionalLong.empty();
    }

    void put(String archive, long owner) {
        file.change(owners -> ((ObjectNode) owners).put(archive, owner));
    }
}
