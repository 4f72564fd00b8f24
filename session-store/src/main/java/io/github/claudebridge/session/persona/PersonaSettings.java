package io.github.claudebridge.session.persona;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a persona sets besides its prompt. Immutable and thread-safe.
 *
 * @param model alias or id of the model; empty for Claude's own choice
 * @param maxTurns how many rounds with the model one prompt may take, 1 to 10000; empty for no limit
 */
public record PersonaSettings(Optional<String> model, OptionalInt maxTurns) {}
