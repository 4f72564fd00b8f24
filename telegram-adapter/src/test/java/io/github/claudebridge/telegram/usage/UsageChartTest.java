package io.github.claudebridge.telegram.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.log.LogEntry;
import io.github.claudebridge.session.log.Usage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class UsageChartTest {

    private static Usage usage(String dollars, long tokens) {
        return new Usage(1, new BigDecimal(dollars), Duration.ZERO, new LogEntry.Tokens(tokens, 0, 0, 0));
    }

    @Test
    void the_picture_has_bars_on_white_paper() throws IOException {
        LocalDate today = LocalDate.of(2026, 11, 23);
        UsageSummary summary = new UsageSummary(
                Map.of(),
                new TreeMap<>(Map.of(today, usage("1.50", 12_000), today.minusDays(3), usage("0.25", 3_000))));
        byte[] png = UsageChart.png(summary.last(14, today)).orElseThrow();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(picture.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
        assertThat(colours(picture)).contains(0xFFC15F3C, 0xFF3C7DC1);
    }

    private static Set<Integer> colours(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .mapToObj(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
                .collect(Collectors.toSet());
    }

    @Test
    void days_without_a_turn_are_there_too() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        UsageSummary summary = new UsageSummary(Map.of(), new TreeMap<>(Map.of(today, usage("2", 5))));

        assertThat(summary.last(7, today)).hasSize(7);
        assertThat(summary.sum(7, today)).isEqualTo(usage("2", 5));
        assertThat(summary.sum(7, today.plusDays(7)).turns()).isZero();
    }
}
