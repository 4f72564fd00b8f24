package io.github.claudebridge.process.control;

/**
 * A model that can be chosen.
 *
 * @param value what to choose it by
 * @param resolvedModel the id behind that; empty where not said
 * @param displayName for people
 * @param description for people
 */
public record ModelInfo(String value, String resolvedModel, String displayName, String description) {}
