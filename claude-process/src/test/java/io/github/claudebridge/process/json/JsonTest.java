package io.github.claudebridge.process.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    private final Json object =
            Json.parse("{\"text\":\"a\",\"number\":1.5,\"yes\":true,\"list\":[1,\"b\"],\"nothing\":null}");

    @Test
    void answers_what_is_at_a_key() {
        assertThat(object.string("text")).contains("a");
        assertThat(object.string("number")).isEmpty();
        assertThat(object.number("number")).hasValue(1.5);
        assertThat(object.number("text")).isEmpty();
        assertThat(object.isTrue("yes")).isTrue();
        assertThat(object.isTrue("missing")).isFalse();
        assertThat(Json.parse("{\"yes\":1}").isTrue("yes")).isFalse();
        assertThat(Json.parse("{\"yes\":\"true\"}").isTrue("yes")).isFalse();
        assertThat(Json.parse("{\"huge\":1e400}").number("huge")).isEmpty();
        assertThat(object.get("list").orElseThrow().elements()).containsExactly(Json.parse("1"), Json.parse("\"b\""));
        assertThat(object.get("missing")).isEmpty();
        assertThat(object.elements()).isEmpty();
    }

    @Test
    void keeps_numbers_as_they_are_written() {
        for (String number : List.of("1e400", "-0.10", "0.00024", "12345678901234567890.5", "1.0")) {
            Json parsed = Json.parse("[" + number + "]");
            assertThat(new BigDecimal(parsed.elements().get(0).text())).isEqualByComparingTo(number);
            assertThat(parsed.text()).doesNotContain("\"");
        }
    }

    @Test
    void becomes_a_map_and_is_made_of_one() {
        assertThat(Json.of(object.toMap())).isEqualTo(object);
        assertThat(Json.of(Map.of("inner", object)).get("inner")).contains(object);
    }

    @Test
    void refuses_what_is_not_one_value() {
        for (String text : List.of("", "{", "{} {}", "nul", "[1,]")) {
            assertThatThrownBy(() -> Json.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Json.parse("[]").toMap()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
