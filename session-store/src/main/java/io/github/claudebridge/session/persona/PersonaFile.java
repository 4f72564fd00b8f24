package io.github.claudebridge.session.persona;

import io.github.claudebridge.session.InvalidPersonaException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.StorageException;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.GuardedFiles;
import io.github.claudebridge.session.internal.Json;
import io.github.claudebridge.session.internal.JsonFields;
import io.github.claudebridge.session.internal.ModelName;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One persona as a JSON file. Thread-safe. */
public final class PersonaFile {

    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_PROMPT = 64 * 1024;
    private static final int MOST_TURNS = 10_000;

    private PersonaFile() {}

    /**
     * Reads and checks the file.
     *
     * @throws InvalidPersonaException when there is no such file, or it breaks the format; it names the field
     */
    public static Persona read(Path file) {
        return parse(file, bytes(file));
    }

    /** The content of the file as it stands, whether valid or not. */
    static byte[] bytes(Path file) {
        try {
            return GuardedFiles.readSmall(file);
        } catch (NoSuchFileException e) {
            throw new InvalidPersonaException(file, "", "does not exist", e);
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    static Persona parse(Path file, byte[] content) {
        try {
            return persona(new JsonFields(Json.parse(content)));
        } catch (BadJsonException e) {
            throw new InvalidPersonaException(file, e.field(), e.fault(), e);
        }
    }

    private static Persona persona(JsonFields fields) throws BadJsonException {
        String name = fields.requiredText("name");
        if (!SessionName.isValid(name)) {
            throw fields.wrong("name", "must be 1 to 64 letters (A to Z), digits, hyphens or underscores");
        }
        String description = limited(fields, "description", LONGEST_DESCRIPTION);
        String prompt = limited(fields, "system_prompt", LONGEST_PROMPT);
        return new Persona(name, description, prompt, settings(fields.object("settings")));
    }

    private static PersonaSettings settings(JsonFields fields) throws BadJsonException {
        String model = fields.text("model");
        if (model != null && !ModelName.isValid(model)) {
            throw fields.wrong("model", ModelName.RULE);
        }
        Long maxTurns = fields.number("max_turns", 1, MOST_TURNS);
        return new PersonaSettings(Optional.ofNullable(model), turns(maxTurns));
    }

    private static OptionalInt turns(@Nullable Long number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(number));
    }

    private static String limited(JsonFields fields, String field, int longest) throws BadJsonException {
        String text = fields.text(field);
        if (text == null) {
            return "";
        }
        if (text.length() > longest) {
            throw fields.wrong(field, "must not be longer than " + longest + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw fields.wrong(field, "must not contain the character NUL");
        }
        return text;
    }
}
