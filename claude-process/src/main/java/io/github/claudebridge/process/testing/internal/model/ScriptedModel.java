package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Answers Messages API requests as the user's prompt says. Thread-safe. */
public final class ScriptedModel {
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> rules;

    /** A model that finds its scripts in the prompts. */
    public ScriptedModel() {
        this(prompt -> Optional.empty());
    }

    /**
     * A model that asks for the script of a prompt before it looks into the prompt.
     *
     * @param rules gives the script of a prompt, where it has one
     */
    public ScriptedModel(Function<String, Optional<String>> rules) {
        this.rules = rules;
    }

    /**
     * Answers a request.
     *
     * @param request the body of a request to create a message
     * @throws IllegalArgumentException if the script in the prompt is broken
     */
    public Reply answer(JsonObject request) {
        Conversation conversation = new Conversation(request);
        Conversation.Due due = conversation.due(rules);
        List<String> steps = Script.steps(due.script());
        Step step = new Step();
        if (schemaOf(request).isPresent()) {
            step.say(String.valueOf(SchemaSample.of(schemaOf(request).get())));
        } else if (due.step() >= steps.size()) {
            step.say("Done. Last tool result: " + conversation.lastToolResult());
        } else {
            Context context = new Context(conversation, due.script());
            Script.actions(steps.get(due.step())).forEach(action -> perform(action, step, context));
        }
        return step.reply(nextId("msg"), request.text("model", ""));
    }

    /** A new id that starts with this. */
    public String nextId(String prefix) {
        return "%s_fake%06d".formatted(prefix, ids.incrementAndGet());
    }

    private static void perform(String action, Step step, Context context) {
        Words words = Words.of(action);
        Optional<Action> named = Actions.named(words.first());
        if (named.isPresent()) {
            named.get().addTo(step, words.rest(), context);
        } else {
            step.say("You said: " + action);
        }
    }

    /** Side requests of the command line (titles, suggestions) ask for an answer of a given form. */
    private static Optional<JsonObject> schemaOf(JsonObject request) {
        JsonObject format = request.object("output_config").object("format");
        JsonObject schema = (format.has("schema") ? format : request.object("output_format")).object("schema");
        return schema.keys().isEmpty() ? Optional.empty() : Optional.of(schema);
    }

    private final class Context implements Action.Context {
        private final Conversation conversation;
        private final String script;

        Context(Conversation conversation, String script) {
            this.conversation = conversation;
            this.script = script;
        }

        @Override
        public Conversation conversation() {
            return conversation;
        }

        @Override
        public String nextId(String prefix) {
            return ScriptedModel.this.nextId(prefix);
        }

        @Override
        public long countFailure() {
            return failures.computeIfAbsent(script, key -> new AtomicLong()).getAndIncrement();
        }
    }
}
