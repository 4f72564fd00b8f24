package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.internal.text.CodeText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/** Writes a table as aligned monospace, or, where that is too wide for a phone, row by row as a list. */
final class TableLayout {

    private static final int MAX_WIDTH = 56;
    private static final String EMPTY = "–";

    private TableLayout() {}

    static void write(TableBlock table, StyledTextBuilder out, InlineLayout inline) {
        List<List<TableCell>> rows = rows(table);
        AlignedTable aligned = AlignedTable.of(rows);
        if (aligned.width() <= MAX_WIDTH) {
            out.pre(CodeText.lines(aligned.toText()), null);
        } else {
            records(rows, out, inline);
        }
    }

    private static List<List<TableCell>> rows(TableBlock table) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (Node section = table.getFirstChild(); section != null; section = section.getNext()) {
            for (Node row = section.getFirstChild(); row != null; row = row.getNext()) {
                List<TableCell> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add((TableCell) cell);
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    /** Each row is headed by its first cell; every cell has the name of its column. */
    private static void records(List<List<TableCell>> rows, StyledTextBuilder out, InlineLayout inline) {
        List<String> names = rows.get(0).stream().map(InlineLayout::plain).toList();
        if (rows.size() == 1) {
            out.text(String.join(" · ", names));
        }
        for (List<TableCell> row : rows.subList(1, rows.size())) {
            out.open(EntityType.BOLD, null);
            cell(names.get(0), row.get(0), out, inline);
            out.close(EntityType.BOLD);
            for (int i = 1; i < row.size(); i++) {
                out.gap(1);
                out.text("•");
                out.space();
                cell(names.get(i), row.get(i), out, inline);
            }
            out.gap(2);
        }
    }

    private static void cell(String name, TableCell cell, StyledTextBuilder out, InlineLayout inline) {
        if (!name.isEmpty()) {
            out.text(name + ":");
            out.space();
        }
        if (cell.getFirstChild() == null) {
            out.text(EMPTY);
        } else {
            inline.content(cell);
        }
    }
}
