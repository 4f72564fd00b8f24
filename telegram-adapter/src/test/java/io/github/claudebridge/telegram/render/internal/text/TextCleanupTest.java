package io.github.claudebridge.telegram.render.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCleanupTest {

    @Test
    void every_kind_of_line_end_becomes_one() {
        assertThat(TextCleanup.source("a\r\nb\rc\n\r")).isEqualTo("a\nb\nc\n\n");
    }

    @Test
    void control_characters_become_spaces_but_for_tabs_and_line_ends() {
        assertThat(TextCleanup.source("a\u0001b\u000Bc\td\ne")).isEqualTo("a b c\td\ne");
    }

    @Test
    void what_is_no_character_is_shown_as_such() {
        assertThat(TextCleanup.source("\u0000\uD83Dx\uDE00😀")).isEqualTo("\uFFFD\uFFFDx\uFFFD😀");
    }

    @Test
    void separators_and_direction_overrides_are_taken_out() {
        assertThat(TextCleanup.source("a\u2028b\u202Ec\u2027d\u202Fe")).isEqualTo("abc\u2027d\u202Fe");
    }

    @Test
    void a_ring_above_its_letter_survives_and_elsewhere_goes() {
        assertThat(TextCleanup.source("A\u030Angstro\u0308m q\u030A")).isEqualTo("\u00C5ngstro\u0308m q");
    }

    @Test
    void a_byte_order_mark_is_dropped_at_the_beginning_only() {
        assertThat(TextCleanup.source("\uFEFFa\uFEFFb")).isEqualTo("a\uFEFFb");
    }

    @Test
    void shown_text_keeps_only_line_ends() {
        assertThat(TextCleanup.shown("a\tb\u0000c\rd\ne\u202A")).isEqualTo("a b cd\ne");
    }

    @Test
    void halves_of_pairs_never_join_and_are_shown_as_no_character() {
        assertThat(TextCleanup.shown("a\uD83D")).isEqualTo("a\uFFFD");
        assertThat(TextCleanup.shown("\uDE00b\uD83D😀")).isEqualTo("\uFFFDb\uFFFD😀");
    }

    @Test
    void a_ring_that_came_by_reference_survives_on_its_letter() {
        assertThat(TextCleanup.shown("A\u030A")).isEqualTo("\u00C5");
    }
}
