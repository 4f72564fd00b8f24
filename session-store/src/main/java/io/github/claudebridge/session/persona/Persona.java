package io.github.claudebridge.session.persona;

/**
 * How Claude should answer. Immutable and thread-safe.
 *
 * @param name its name, by the rule of session names
 * @param description one line for a list; may be empty
 * @param systemPrompt text to append to Claude's own system prompt; may be empty
 * @param settings what else it sets
 */
public record Persona(String name, String description, String systemPrompt, PersonaSettings settings) {}
