package io.github.claudebridge.process.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenModelTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/terminal");
    private static final String CONTROLS = "\u001b[;?0123456789HJKmABCDrhlsu\b\r\n";
    private static final WindowSize SIZE = new WindowSize(100, 30);

    @ParameterizedTest(name = "cut by seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void draws_what_the_real_command_line_has_written_as_tmux_does(long seed) throws IOException {
        byte[] recorded = Files.readAllBytes(RECORDINGS.resolve("permission.bytes"));
        ScreenModel model = new ScreenModel(SIZE);

        feedInPieces(model, recorded, new SplittableRandom(seed));

        String drawnByTmux = Files.readString(RECORDINGS.resolve("permission.txt"));
        assertThat(model.look().text()).isEqualTo(drawnByTmux.stripTrailing());
    }

    @Test
    void a_character_may_come_in_two_pieces() {
        ScreenModel model = new ScreenModel(SIZE);

        model.feed(new byte[] {'a', (byte) 0xC3}, 2);
        model.feed(new byte[] {(byte) 0xA9, 'b'}, 2);

        assertThat(model.look().lines().get(0)).isEqualTo("a\u00e9b");
    }

    @Test
    void a_question_about_the_keyboard_moves_no_cursor() {
        byte[] bytes = "\u001b7one\r\ntwo\u001b[?u\u001b[>4m!".getBytes(StandardCharsets.US_ASCII);
        ScreenModel model = new ScreenModel(SIZE);

        feedInPieces(model, bytes, new SplittableRandom(6));

        assertThat(model.look().text()).isEqualTo("one\ntwo!");
    }

    @Test
    void a_program_that_asks_for_the_kind_of_terminal_gets_an_answer() {
        byte[] question = "\u001b[c".getBytes(StandardCharsets.US_ASCII);

        byte[] answer = new ScreenModel(SIZE).feed(question, question.length);

        assertThat(new String(answer, StandardCharsets.US_ASCII)).startsWith("\u001b[?1;");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void bytes_that_mean_nothing_do_no_harm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ScreenModel model = new ScreenModel(new WindowSize(20, 5));
        byte[] noise = new byte[200_000];
        for (int i = 0; i < noise.length; i++) {
            boolean control = random.nextInt(4) == 0;
            int any = random.nextInt(256);
            noise[i] = (byte) (control ? CONTROLS.charAt(any % CONTROLS.length()) : any);
        }

        assertThatCode(() -> feedInPieces(model, noise, random))
                .as("seed %d", seed)
                .doesNotThrowAnyException();
        assertThat(model.look().lines()).as("seed %d", seed).hasSize(5);
    }

    private static void feedInPieces(ScreenModel model, byte[] bytes, SplittableRandom random) {
        int start = 0;
        while (start < bytes.length) {
            int end = Math.min(bytes.length, start + 1 + random.nextInt(700));
            byte[] piece = Arrays.copyOfRange(bytes, start, end);
            model.feed(piece, piece.length);
            start = end;
        }
    }
}
