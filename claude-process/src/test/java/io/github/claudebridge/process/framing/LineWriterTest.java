package io.github.claudebridge.process.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LineWriterTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void writes_lines_in_order_and_closes_after_the_last() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineWriter writer = new LineWriter(out, 10, () -> {});
        assertThat(writer.write(bytes("one"))).isTrue();
        assertThat(writer.write(bytes("two"))).isTrue();
        writer.close();
        writer.run();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
        assertThat(writer.write(bytes("three"))).isFalse();
    }

    @Test
    void takes_no_more_than_its_capacity_and_never_waits() {
        LineWriter writer = new LineWriter(OutputStream.nullOutputStream(), 2, () -> {});
        assertThat(writer.write(bytes("1"))).isTrue();
        assertThat(writer.write(bytes("2"))).isTrue();
        assertThat(writer.write(bytes("3"))).isFalse();
    }

    @Test
    void refuses_a_line_with_a_line_break_in_it() {
        LineWriter writer = new LineWriter(OutputStream.nullOutputStream(), 2, () -> {});
        assertThatThrownBy(() -> writer.write(bytes("a\nb"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.write(bytes("a\rb"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ends_and_says_so_when_the_other_end_is_gone() {
        AtomicBoolean broken = new AtomicBoolean();
        LineWriter writer = new LineWriter(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                2,
                () -> broken.set(true));
        writer.write(bytes("lost"));
        writer.run();
        assertThat(broken).isTrue();
        assertThat(writer.write(bytes("later"))).isFalse();
    }
}
