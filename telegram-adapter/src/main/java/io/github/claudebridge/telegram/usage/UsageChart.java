package io.github.claudebridge.telegram.usage;

import io.github.claudebridge.session.log.Usage;
import io.github.claudebridge.telegram.conversation.words.Plain;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.DoubleFunction;
import javax.imageio.ImageIO;

/** Draws cost and tokens per day as two rows of bars. Thread-safe. */
public final class UsageChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final int LEFT = 90;
    private static final int RIGHT = 30;
    private static final int ROW = 170;
    private static final Color PAPER = new Color(0xFFFFFF);
    private static final Color INK = new Color(0x22303C);
    private static final Color LINES = new Color(0xD9DFE5);
    private static final Color COST = new Color(0xC15F3C);
    private static final Color TOKENS = new Color(0x3C7DC1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private UsageChart() {}

    /**
     * The picture as PNG.
     *
     * @param days at least one
     * @return empty where this Java cannot draw, as without its fonts
     */
    public static Optional<byte[]> png(SortedMap<LocalDate, Usage> days) {
        System.setProperty("java.awt.headless", "true");
        try {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            try {
                draw(pen, List.copyOf(days.keySet()), List.copyOf(days.values()));
            } finally {
                pen.dispose();
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            return ImageIO.write(image, "png", png) ? Optional.of(png.toByteArray()) : Optional.empty();
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            return Optional.empty();
        }
    }

    private static void draw(Graphics2D pen, List<LocalDate> days, List<Usage> usages) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        double[] costs = usages.stream()
                .mapToDouble(usage -> usage.costUsd().doubleValue())
                .toArray();
        double[] tokens = usages.stream().mapToDouble(UsageSummary::tokens).toArray();
        row(pen, 60, "Cost per day, US dollars", costs, COST, cost -> "$%.2f".formatted(cost));
        row(pen, 310, "Tokens per day", tokens, TOKENS, amount -> Plain.amount(Math.round(amount)));
        dates(pen, days);
    }

    private static void row(
            Graphics2D pen, int top, String title, double[] values, Color color, DoubleFunction<String> label) {
        double most = Math.max(1e-9, Arrays.stream(values).max().orElse(0));
        pen.setColor(INK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        pen.drawString(title, LEFT, top - 22);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        for (int line = 0; line <= 2; line++) {
            int y = top + ROW * line / 2;
            pen.setColor(LINES);
            pen.drawLine(LEFT, y, WIDTH - RIGHT, y);
            pen.setColor(INK);
            String text = label.apply(most <= 1e-9 ? 0 : most * (2 - line) / 2);
            pen.drawString(text, LEFT - 10 - pen.getFontMetrics().stringWidth(text), y + 5);
        }
        pen.setColor(color);
        for (int day = 0; day < values.length; day++) {
            int height = (int) Math.round(ROW * values[day] / most);
            int width = step(values.length) * 2 / 3;
            pen.fillRect(x(day, values.length) + step(values.length) / 6, top + ROW - height, width, height);
        }
    }

    private static void dates(Graphics2D pen, List<LocalDate> days) {
        pen.setColor(INK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        int every = Math.max(1, days.size() / 7);
        for (int day = days.size() - 1; day >= 0; day -= every) {
            String text = DAY.format(days.get(day));
            int middle = x(day, days.size()) + step(days.size()) / 2;
            pen.drawString(text, middle - pen.getFontMetrics().stringWidth(text) / 2, HEIGHT - 40);
        }
    }

    private static int step(int count) {
        return (WIDTH - LEFT - RIGHT) / Math.max(1, count);
    }

    private static int x(int day, int count) {
        return LEFT + day * step(count);
    }
}
