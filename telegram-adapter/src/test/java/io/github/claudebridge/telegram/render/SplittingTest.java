package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplittingTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    @Test
    void a_text_of_exactly_the_limit_is_one_message() {
        assertThat(lengths(render("a".repeat(4096)))).containsExactly(4096);
        assertThat(lengths(render("<".repeat(4096)))).containsExactly(4096);
    }

    @Test
    void a_text_without_any_gap_is_cut_where_the_message_is_full() {
        List<RenderedMessage> messages = render("a".repeat(4097));
        assertThat(lengths(messages)).containsExactly(4096, 1);
    }

    @Test
    void the_cut_tears_no_emoji() {
        List<RenderedMessage> messages = render("a".repeat(4090) + FAMILY + "b");
        assertThat(lengths(messages)).containsExactly(4090, 12);
        assertThat(joined(render("😀".repeat(2100)), "")).isEqualTo("😀".repeat(2100));
    }

    @Test
    void a_character_longer_than_a_message_is_cut_all_the_same() {
        String monster = "a" + "\u0301".repeat(9000);
        assertThat(joined(render(monster), "")).hasSize(monster.length());
    }

    @Test
    void a_paragraph_that_fits_is_not_cut() {
        List<RenderedMessage> messages = render("x".repeat(3000) + "\n\n" + "y".repeat(3000));
        assertThat(lengths(messages)).containsExactly(3000, 3000);
    }

    @Test
    void lines_are_not_cut() {
        String text = IntStream.range(0, 900).mapToObj("line %04d"::formatted).collect(Collectors.joining("\n"));
        assertThat(joined(render(text), "\n")).isEqualTo(text);
    }

    @Test
    void code_goes_on_as_code_of_its_language() {
        String code = IntStream.range(0, 900)
                .mapToObj(i -> "int x%04d = %d;".formatted(i, i))
                .collect(Collectors.joining("\n"));
        List<RenderedMessage> messages = render("Intro\n\n```java\n" + code + "\n```\n\nDone");
        assertThat(messages)
                .hasSizeGreaterThan(3)
                .allSatisfy(message -> assertThat(pre(message)).hasSize(1));
        assertThat(messages.stream().flatMap(message -> pre(message).stream()))
                .allSatisfy(pre -> assertThat(pre.language()).isEqualTo("java"));
        assertThat(codeOf(messages, "\n")).isEqualTo(code);
    }

    @Test
    void a_huge_line_of_code_is_cut_into_code() {
        List<RenderedMessage> messages = render("```\n" + "A".repeat(9000) + "\n```");
        assertThat(messages)
                .hasSize(3)
                .allSatisfy(message -> assertThat(pre(message)).hasSize(1));
        assertThat(codeOf(messages, "")).isEqualTo("A".repeat(9000));
    }

    @Test
    void code_keeps_its_indentation_where_a_message_begins_with_it() {
        String code = IntStream.range(0, 700)
                .mapToObj(i -> "    call(%d);".formatted(i))
                .collect(Collectors.joining("\n"));
        List<RenderedMessage> messages = render("```\n" + code + "\n```");
        assertThat(messages).allSatisfy(message -> assertThat(message.text()).startsWith("…\n    call("));
        assertThat(codeOf(messages, "\n")).isEqualTo(code);
    }

    @Test
    void a_style_goes_on_in_the_next_message() {
        List<RenderedMessage> messages = render("**" + "word ".repeat(1000) + "end**");
        assertThat(messages)
                .hasSize(2)
                .allSatisfy(message -> assertThat(types(message)).containsExactly(EntityType.BOLD));
    }

    @Test
    void a_quote_goes_on_open_in_the_next_message() {
        List<RenderedMessage> messages = render("> " + "q".repeat(5000));
        assertThat(messages)
                .hasSize(2)
                .allSatisfy(message -> assertThat(types(message)).containsExactly(EntityType.BLOCKQUOTE));
    }

    @Test
    void a_link_moves_to_the_next_message_as_a_whole() {
        List<RenderedMessage> messages = render("x".repeat(4090) + " [some link text](https://e.com)");
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1))
                .isEqualTo(new RenderedMessage(
                        "some link text", List.of(new TextEntity(EntityType.TEXT_LINK, 0, 14, "https://e.com", null))));
    }

    @Test
    void list_items_are_not_cut() {
        String list = IntStream.range(0, 400)
                .mapToObj("- item %04d with some text"::formatted)
                .collect(Collectors.joining("\n"));
        List<RenderedMessage> messages = render(list);
        assertThat(messages).hasSizeGreaterThan(2);
        assertThat(joined(messages, "\n").lines())
                .hasSize(400)
                .allMatch(line -> line.matches("• item \\d{4} with some text"));
    }

    @Test
    void a_message_has_no_more_entities_than_telegram_keeps() {
        List<RenderedMessage> messages = render("**b** `c` ".repeat(250));
        assertThat(messages)
                .hasSize(5)
                .allSatisfy(message -> assertThat(message.entities()).hasSizeBetween(1, 100));
        assertThat(messages.stream()
                        .mapToInt(message -> message.entities().size())
                        .sum())
                .isEqualTo(500);
    }

    @Test
    void a_caption_is_shorter_and_the_rest_follows() {
        List<RenderedMessage> messages = renderer.renderCaption("c".repeat(1025));
        assertThat(lengths(messages)).containsExactly(1024, 1);
    }

    @Test
    void literal_text_is_split_likewise() {
        assertThat(RenderedMessage.plain("**a** \t<b>\r\n"))
                .containsExactly(new RenderedMessage("**a**  <b>", List.of()));
        assertThat(RenderedMessage.plain(" \n\t")).isEmpty();
        assertThat(lengths(RenderedMessage.plain("word ".repeat(1000)))).containsExactly(4094, 904);
    }

    private List<RenderedMessage> render(String markdown) {
        List<RenderedMessage> messages = renderer.render(markdown);
        assertThat(MessageRules.violations(messages)).isEmpty();
        assertThat(StrictServer.complaints(messages)).isEmpty();
        return messages;
    }

    private static List<Integer> lengths(List<RenderedMessage> messages) {
        return messages.stream().map(message -> message.text().length()).toList();
    }

    private static String joined(List<RenderedMessage> messages, String separator) {
        return messages.stream().map(RenderedMessage::text).collect(Collectors.joining(separator));
    }

    private static List<EntityType> types(RenderedMessage message) {
        return message.entities().stream().map(TextEntity::type).toList();
    }

    private static List<TextEntity> pre(RenderedMessage message) {
        return message.entities().stream()
                .filter(entity -> entity.type() == EntityType.PRE)
                .toList();
    }

    private static String codeOf(List<RenderedMessage> messages, String separator) {
        return messages.stream()
                .flatMap(message ->
                        pre(message).stream().map(pre -> message.text().substring(pre.offset(), pre.end())))
                .collect(Collectors.joining(separator));
    }
}
