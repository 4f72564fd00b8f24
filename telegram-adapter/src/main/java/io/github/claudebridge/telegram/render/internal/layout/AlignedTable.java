package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.internal.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.jspecify.annotations.Nullable;

/** A table's cells as bare text, padded so that the columns stand below each other in a monospace font. */
final class AlignedTable {

    private static final String SEPARATOR = " | ";

    private final List<List<Cell>> rows;
    private final int[] widths;

    private AlignedTable(List<List<Cell>> rows, int[] widths) {
        this.rows = rows;
        this.widths = widths;
    }

    /** The first row is the head. */
    static AlignedTable of(List<List<TableCell>> source) {
        List<List<Cell>> rows = new ArrayList<>(source.size());
        int[] widths = new int[source.stream().mapToInt(List::size).max().orElse(0)];
        for (List<TableCell> cells : source) {
            List<Cell> row = new ArrayList<>(cells.size());
            for (TableCell cell : cells) {
                String text = InlineLayout.plain(cell);
                int width = DisplayWidth.of(text);
                widths[row.size()] = Math.max(widths[row.size()], width);
                row.add(new Cell(text, width, cell.getAlignment()));
            }
            rows.add(row);
        }
        return new AlignedTable(rows, widths);
    }

    /** How many columns of a terminal the widest line takes. */
    int width() {
        int width = SEPARATOR.length() * (widths.length - 1);
        for (int column : widths) {
            width += column;
        }
        return width;
    }

    String toText() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            appendRow(rows.get(i), out);
            out.append('\n');
            if (i == 0) {
                appendRule(out);
                out.append('\n');
            }
        }
        return out.toString();
    }

    private void appendRow(List<Cell> row, StringBuilder out) {
        int start = out.length();
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            int padding = widths[i] - cell.width;
            int before = cell.alignment == TableCell.Alignment.RIGHT
                    ? padding
                    : cell.alignment == TableCell.Alignment.CENTER ? padding / 2 : 0;
            out.append(i == 0 ? "" : SEPARATOR)
                    .append(" ".repeat(before))
                    .append(cell.text)
                    .append(" ".repeat(padding - before));
        }
        while (out.length() > start && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private void appendRule(StringBuilder out) {
        for (int i = 0; i < widths.length; i++) {
            int inner = i > 0 && i < widths.length - 1 ? 2 : widths.length > 1 ? 1 : 0;
            out.append(i == 0 ? "" : "+").append("-".repeat(widths[i] + inner));
        }
    }

    private record Cell(String text, int width, TableCell.@Nullable Alignment alignment) {}
}
