package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the server makes of a text: markup or entities read, cleaned, measured, repaired and completed. Has no state. */
public final class TextPipeline {

    private static final int MOST_RAW_BYTES = 32_768;
    private static final int MOST_ENTITIES = 100;

    private TextPipeline() {}

    /**
     * Reads a text from a call.
     *
     * @param lint takes a line for everything that is changed without a word
     * @throws ApiError when the server would refuse it
     */
    public static FormattedText read(Parameters call, TextField field, Consumer<String> lint) {
        return read(
                call.text(field.name()),
                call.text("parse_mode"),
                () -> call.json(field.entitiesName(), () -> ApiError.badRequest("can't parse entities JSON object"))
                        .map(EntityJson::read)
                        .orElse(List.of()),
                field,
                lint);
    }

    /** As {@link #read(Parameters, TextField, Consumer)}, for a text that does not stand alone in a call. */
    public static FormattedText read(
            String raw, String parseMode, Supplier<List<TextEntity>> entities, TextField field, Consumer<String> lint) {
        if (raw.isEmpty() && !field.mayBeEmpty()) {
            throw ApiError.badRequest("message text is empty");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(raw)) {
            throw ApiError.badRequest("strings must be encoded in UTF-8");
        }
        if (raw.getBytes(StandardCharsets.UTF_8).length > MOST_RAW_BYTES) {
            throw ApiError.badRequest("text is too long");
        }
        FormattedText parsed = parse(raw, parseMode, entities);
        EntityRange.check(parsed);
        FormattedText clean = TextCleaner.clean(parsed, lint);
        if (clean.text().isEmpty() && !field.mayBeEmpty()) {
            throw ApiError.badRequest("text must be non-empty");
        }
        if (clean.text().codePointCount(0, clean.text().length()) > field.longest()) {
            throw ApiError.badRequest(field.tooLong());
        }
        return complete(clean, lint);
    }

    /** What the server finds in a text that a person typed. */
    public static FormattedText typed(String text) {
        return new FormattedText(text, AutoEntities.addTo(text, List.of()));
    }

    private static FormattedText parse(String raw, String parseMode, Supplier<List<TextEntity>> entities) {
        return switch (parseMode.toLowerCase(Locale.ROOT)) {
            case "", "none" -> new FormattedText(raw, entities.get());
            case "html" -> new HtmlParser(raw).parse();
            case "markdownv2" -> new MarkdownV2Parser(raw).parse();
            case "markdown" -> new LegacyMarkdownParser(raw).parse();
            default -> throw ApiError.badRequest("unsupported parse_mode");
        };
    }

    private static FormattedText complete(FormattedText clean, Consumer<String> lint) {
        List<TextEntity> entities = clean.entities();
        if (entities.size() > MOST_ENTITIES) {
            lint.accept(entities.size() + " entities: only the first " + MOST_ENTITIES + " are kept");
            entities = entities.subList(0, MOST_ENTITIES);
        }
        List<TextEntity> repaired = new EntityRepair(lint).repair(entities);
        return new FormattedText(clean.text(), AutoEntities.addTo(clean.text(), repaired));
    }
}
