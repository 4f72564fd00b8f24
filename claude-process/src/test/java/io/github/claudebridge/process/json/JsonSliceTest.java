package io.github.claudebridge.process.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSliceTest {

    private static JsonSlice slice(String text) {
        byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
        return JsonSlice.of(bytes, 2, bytes.length - 4);
    }

    @Test
    void answers_what_is_at_a_key() {
        JsonSlice object =
                slice("{\"text\":\"a\",\"number\":1.5,\"yes\":true,\"list\":[1,\"b\",\"c\"],\"nothing\":null}");

        assertThat(object.text("text")).isEqualTo("a");
        assertThat(object.text("number")).isEmpty();
        assertThat(object.at("number").text()).isNull();
        assertThat(object.number("number")).hasValue(1.5);
        assertThat(object.number("text")).isEmpty();
        assertThat(object.integer("number")).isEmpty();
        assertThat(object.count("number")).isEqualTo(1);
        assertThat(object.isTrue("yes")).isTrue();
        assertThat(object.isTrue("text")).isFalse();
        assertThat(object.at("list").texts()).containsExactly("b", "c");
        assertThat(object.at("list").at("text").at("deeper").elements()).isEmpty();
    }

    @Test
    void copies_values_as_they_stand_there() {
        JsonSlice object = slice("{\"value\":{\"b\" : [1.0, \"\\u00e9é\"]},\"nothing\":null}");

        assertThat(object.at("value").json().text()).isEqualTo("{\"b\" : [1.0, \"\\u00e9é\"]}");
        assertThat(object.at("value").json().get("b").orElseThrow().elements()).hasSize(2);
        assertThat(object.at("nothing").jsonOrNull()).isNull();
        assertThat(object.at("missing").jsonOrNull()).isNull();
        assertThat(object.at("missing").json()).isEqualTo(Json.parse("null"));
    }

    @Test
    void takes_the_last_of_equal_keys_however_they_are_written() {
        JsonSlice object = slice("{\"key\":1,\"k\\u0065y\":2,\"other\":3}");

        assertThat(object.count("key")).isEqualTo(2);
        assertThat(object.members()).extracting(JsonSlice::json).containsExactly(Json.parse("2"), Json.parse("3"));
    }

    @Test
    void keeps_halves_of_surrogate_pairs_and_joins_whole_ones() {
        assertThat(slice("\"\\ud83d\\ude00\"").text()).isEqualTo("😀");
        assertThat(slice("\"a\\ud83db\\ude00c\\ud83d\"").text()).isEqualTo("a\ud83db\ude00c\ud83d");
        assertThat(slice("\"\\ud83d\\n\\ud83d\\ud83d\\ude00\"").text()).isEqualTo("\ud83d\n\ud83d😀");
    }

    @Test
    void has_no_number_that_is_too_large() {
        JsonSlice object = slice("{\"huge\":1e400,\"large\":1e18,\"int\":-2147483648,\"beyond\":2147483648}");

        assertThat(object.number("huge")).isEmpty();
        assertThat(object.count("large")).isEqualTo(1_000_000_000_000_000_000L);
        assertThat(object.integer("large")).isEmpty();
        assertThat(object.integer("int")).hasValue(Integer.MIN_VALUE);
        assertThat(object.integer("beyond")).isEmpty();
        Json absurd = slice("{\"absurd\":-1e-9999999999,\"one\":1}").json();
        assertThat(absurd.number("one")).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{} {}",
                "nul",
                "nulL",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "+1",
                "0x1",
                "NaN",
                "\"",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u123",
                "\"\t\"",
                "\"\n\"",
                "'a'",
                "[1 2]",
                "[1}",
                "/**/1",
                "{\"\\ud83d\":1}"
            })
    void refuses_what_is_not_one_value(String text) {
        assertThatThrownBy(() -> slice(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goes_as_deep_and_reads_numbers_as_long_as_the_json_library_does_and_names_of_any_length() {
        assertThat(slice("[".repeat(1_000) + "]".repeat(1_000)).json().elements())
                .hasSize(1);
        assertThat(slice("[" + "1".repeat(1_000) + "]").json().elements()).hasSize(1);
        assertThat(slice("{\"" + "日".repeat(60_000) + "\":1}").json().toMap()).hasSize(1);
        assertThatThrownBy(() -> slice("[".repeat(1_001) + "]".repeat(1_001)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> slice("1".repeat(1_001))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stays_within_the_bytes_that_there_are() {
        assertThatThrownBy(() -> JsonSlice.of(new byte[] {'1', '2'}, 0, 9))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> JsonSlice.of(new byte[] {'1', '2'}, 1, -1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
