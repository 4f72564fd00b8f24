package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.PermissionRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what a tool would do: the exact command, content or change. */
final class ToolCard {

    private static final Set<String> COMMAND_FIELDS = Set.of("command", "description", "timeout");
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,10})$");

    private final PermissionRequest request;
    private final Json input;

    private ToolCard(PermissionRequest request) {
        this.request = request;
        this.input = request.input();
    }

    static Card of(PermissionRequest request) {
        ToolCard card = new ToolCard(request);
        Card body = card.body();
        return card.about().map(body::below).orElse(body).below(card.title());
    }

    private String title() {
        String path = Markup.inline(path());
        return switch (request.toolName()) {
            case "Bash" -> "wants to run a command";
            case "Write" -> "wants to write " + path;
            case "Edit", "MultiEdit", "NotebookEdit" -> "wants to change " + path;
            case "Read" -> "wants to read " + path;
            case SessionQuestions.SEND_FILE -> "wants to send a file that is not in its folder: " + path;
            case "WebFetch" -> "wants to open a web page";
            case "WebSearch" -> "wants to search the web";
            default -> "wants to use " + Markup.inline(request.displayName());
        };
    }

    /** The model's own words for it, and where it would do it. */
    private Optional<String> about() {
        String path = Objects.requireNonNullElse(request.blockedPath(), "");
        String words = Stream.of(
                        Markup.plain(request.description()),
                        Markup.plain(request.reason()),
                        input.text().contains(path) ? "" : Markup.inline(path),
                        specials())
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** What of a shell command is not in its text, such as that it runs outside of the sandbox. */
    private String specials() {
        return !request.toolName().equals("Bash")
                ? ""
                : input.toMap().entrySet().stream()
                        .filter(entry -> !COMMAND_FIELDS.contains(entry.getKey()))
                        .map(entry -> Markup.inline(entry.getKey() + ": " + entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private Card body() {
        return switch (request.toolName()) {
            case "Bash" -> code("bash", field("command"), "command.sh");
            case "Write" -> code(extension(), field("content"), fileName());
            case "Edit" -> code("diff", change(input), fileName() + ".diff");
            case "MultiEdit" -> code("diff", changes(), fileName() + ".diff");
            case "Read", SessionQuestions.SEND_FILE -> new Card("");
            default -> code("json", PrettyJson.of(input), "input.json");
        };
    }

    private Card code(String language, String text, String fileName) {
        if (text.isEmpty()) {
            return code("json", PrettyJson.of(input), "input.json");
        }
        Excerpt excerpt = Excerpt.of(text);
        String block = Markup.block(language, excerpt.shown());
        return excerpt.isWhole()
                ? new Card(block)
                : new Card(
                        block + "\n\n" + QuestionWords.MORE_IN_THE_FILE, Optional.of(new Card.Whole(fileName, text)));
    }

    private String changes() {
        return input.get("edits").map(Json::elements).orElse(List.of()).stream()
                .map(ToolCard::change)
                .collect(Collectors.joining("\n@@\n"));
    }

    private static String change(Json edit) {
        String all = edit.isTrue("replace_all") ? "@@ every place @@\n" : "";
        return all
                + Diff.of(
                        edit.string("old_string").orElse(""),
                        edit.string("new_string").orElse(""));
    }

    private String field(String name) {
        return input.string(name).orElse("");
    }

    private String path() {
        return input.string("file_path")
                .or(() -> input.string("notebook_path"))
                .or(() -> Optional.ofNullable(request.blockedPath()))
                .orElse("a file");
    }

    private String fileName() {
        String name = path().replaceAll(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return name.isEmpty() || name.startsWith(".") ? "file" + name : name;
    }

    private String extension() {
        Matcher matcher = EXTENSION.matcher(path());
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
