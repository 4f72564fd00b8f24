package io.github.claudebridge.process.testing.internal.model;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The words of the prompt language that make content; {@link Failures} and {@link Mischief} have the others. */
final class Actions {
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern AFTER_SPACE = Pattern.compile("(?<= )");
    private static final Map<String, Action> ALL = Map.ofEntries(
            Map.entry("say", (step, text, context) -> step.say(text)),
            Map.entry("verbatim", Actions::verbatim),
            Map.entry("thinking", Actions::thinking),
            Map.entry("tool", Actions::tool),
            Map.entry("ask", Actions::ask),
            Map.entry("plan", Actions::plan),
            Map.entry("todo", Actions::todo),
            Map.entry("long", Actions::manyWords),
            Map.entry("big", Actions::oneBigPiece),
            Map.entry("slow", Actions::slow),
            Map.entry("stall", Actions::stall),
            Map.entry("limits", Actions::limits),
            Map.entry("maxtokens", Actions::maxTokens),
            Map.entry("refuse", Actions::refuse),
            Map.entry("usage", Actions::usage),
            Map.entry("inspect", Actions::inspect),
            Map.entry("history", Actions::history));

    private Actions() {}

    static Optional<Action> named(String word) {
        return Optional.ofNullable(ALL.get(word)).or(() -> Failures.named(word)).or(() -> Mischief.named(word));
    }

    private static void verbatim(Step step, String encoded, Action.Context context) {
        step.say(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }

    private static void thinking(Step step, String thought, Action.Context context) {
        step.add(Block.thinking(thought.isEmpty() ? "Let me think." : thought));
    }

    private static void tool(Step step, String call, Action.Context context) {
        Words words = Words.of(call);
        call(step, context, words.first(), ToolInput.of(words.first(), words.rest()));
    }

    private static void ask(Step step, String question, Action.Context context) {
        List<String> parts = BAR.splitAsStream(question).toList();
        List<String> labels = parts.size() > 2 ? parts.subList(1, parts.size()) : List.of("Yes", "No");
        List<JsonObject> options = labels.stream()
                .map(label -> JsonObject.of("label", label, "description", "Choose " + label))
                .toList();
        JsonObject asked =
                JsonObject.of("question", parts.get(0), "header", "Choice", "options", options, "multiSelect", false);
        call(step, context, "AskUserQuestion", JsonObject.of("questions", List.of(asked)));
    }

    private static void plan(Step step, String plan, Action.Context context) {
        call(step, context, "ExitPlanMode", JsonObject.of("plan", plan));
    }

    private static void todo(Step step, String items, Action.Context context) {
        List<String> contents = BAR.splitAsStream(items).toList();
        List<JsonObject> todos = IntStream.range(0, contents.size())
                .mapToObj(i -> JsonObject.of(
                        "content",
                        contents.get(i),
                        "status",
                        i == 0 ? "in_progress" : "pending",
                        "activeForm",
                        "Doing " + contents.get(i)))
                .toList();
        call(step, context, "TodoWrite", JsonObject.of("todos", todos));
    }

    private static void manyWords(Step step, String numbers, Action.Context context) {
        Words count = Words.of(numbers);
        String text = IntStream.rangeClosed(1, (int) count.number(100))
                .mapToObj(i -> "word" + i)
                .collect(Collectors.joining(" "));
        Duration pace = Duration.ofMillis(count.next().number(20));
        step.add(Block.text(text, AFTER_SPACE.splitAsStream(text).toList(), pace));
    }

    private static void oneBigPiece(Step step, String bytes, Action.Context context) {
        String text = "x".repeat(Integer.parseInt(bytes));
        step.add(Block.text(text, List.of(text), Duration.ZERO));
    }

    private static void slow(Step step, String timeAndText, Action.Context context) {
        Words words = Words.of(timeAndText);
        step.waitFirst(words.seconds());
        step.say(words.restOr("slow reply"));
    }

    private static void stall(Step step, String timeAndText, Action.Context context) {
        Words words = Words.of(timeAndText);
        step.add(Block.text(words.restOr("stalled reply")).after(words.seconds()));
    }

    private static void limits(Step step, String statusAndText, Action.Context context) {
        Words words = Words.of(statusAndText);
        step.limits(words.first());
        step.say(words.restOr("limits " + words.first()));
    }

    private static void maxTokens(Step step, String text, Action.Context context) {
        step.say(text);
        step.stopFor("max_tokens");
    }

    private static void refuse(Step step, String text, Action.Context context) {
        step.say(text.isEmpty() ? "I cannot help with that." : text);
        step.stopFor("refusal");
    }

    private static void usage(Step step, String numbersAndText, Action.Context context) {
        Words input = Words.of(numbersAndText);
        Words output = input.next();
        step.use(input.number(10), output.number(1));
        step.say(output.restOr("usage " + numbersAndText));
    }

    private static void inspect(Step step, String argument, Action.Context context) {
        Conversation conversation = context.conversation();
        step.say(
                argument.equals("media")
                        ? String.join(" ", conversation.media())
                        : conversation.inspect().toString());
    }

    private static void history(Step step, String argument, Action.Context context) {
        step.say(String.join(" / ", context.conversation().prompts()));
    }

    private static void call(Step step, Action.Context context, String tool, JsonObject input) {
        step.add(Block.toolUse(context.nextId("toolu"), tool, input));
    }
}
