package io.github.claudebridge.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subagent that Claude can call.
 *
 * @param name its name
 * @param description tells the model when to use it
 * @param prompt its system prompt
 * @param tools the tools it may use; empty for all
 * @param model its model; null for that of the conversation
 */
public record Agent(
        String name,
        String description,
        String prompt,
        List<String> tools,
        @Nullable String model) {

    public Agent {
        tools = List.copyOf(tools);
    }

    /** An agent with all tools and the model of the conversation. */
    public static Agent of(String name, String description, String prompt) {
        return new Agent(name, description, prompt, List.of(), null);
    }

    Map<String, Object> wireForm() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("description", description);
        form.put("prompt", prompt);
        if (!tools.isEmpty()) {
            form.put("tools", tools);
        }
        if (model != null) {
            form.put("model", model);
        }
        return form;
    }
}
