package io.github.claudebridge.process.permission;

import io.github.claudebridge.process.json.Json;
import java.util.List;

/**
 * A question of Claude to its user. Immutable and thread-safe.
 *
 * @param text the question
 * @param header a few words above it
 * @param options what can be chosen
 * @param multiple whether several may be chosen
 */
public record Question(String text, String header, List<Option> options, boolean multiple) {

    public Question {
        options = List.copyOf(options);
    }

    /**
     * A choice.
     *
     * @param label its name, and the answer
     * @param description for people
     * @param preview what choosing it would lead to, to be shown with a fixed width; empty for nothing
     */
    public record Option(String label, String description, String preview) {}

    static List<Question> in(Json input) {
        return input.get("questions").map(Json::elements).orElse(List.of()).stream()
                .map(Question::read)
                .toList();
    }

    private static Question read(Json json) {
        List<Option> options = json.get("options").map(Json::elements).orElse(List.of()).stream()
                .map(option -> new Option(
                        option.string("label").orElse(""),
                        option.string("description").orElse(""),
                        option.string("preview").orElse("")))
                .toList();
        return new Question(
                json.string("question").orElse(""),
                json.string("header").orElse(""),
                options,
                json.isTrue("multiSelect"));
    }
}
