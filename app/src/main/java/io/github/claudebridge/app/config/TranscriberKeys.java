package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.conversation.files.Transcriber;
import io.github.claudebridge.telegram.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which program makes text of voice messages. */
final class TranscriberKeys {

    private static final int USUAL = 120;
    private static final int MOST = 3_600;

    private TranscriberKeys() {}

    static Optional<Program> program(ConfigFile.@Nullable Transcriber file) throws ConfigException {
        if (file == null || (file.run() == null && file.limitSeconds() == null)) {
            return Optional.empty();
        }
        List<String> words = Objects.requireNonNullElse(file.run(), List.of());
        boolean usable = words.stream().allMatch(word -> word != null && !word.isEmpty())
                && words.stream().skip(1).anyMatch(word -> word.contains(Transcriber.FILE));
        if (!usable) {
            throw new ConfigException("transcriber.run must be a program with its arguments, one of which holds "
                    + Transcriber.FILE + " where the voice message belongs: [\"whisper-cli\", \"{file}\"].");
        }
        int seconds = Objects.requireNonNullElse(file.limitSeconds(), USUAL);
        if (seconds < 1 || seconds > MOST) {
            throw new ConfigException(
                    "transcriber.limit_seconds is " + seconds + "; it must be a whole number from 1 to " + MOST + ".");
        }
        return Optional.of(new Program(words, Duration.ofSeconds(seconds)));
    }
}
