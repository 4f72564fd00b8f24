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

    /** Each row is headed by its first cell; the others follow with the names of their columns. */
    private static void records(List<List<TableCell>> rows, StyledTextBuilder out, InlineLayout inline) {
        List<TableCell> header = rows.get(0);
        if (rows.size() == 1) {
            entry(header, List.of(), out, inline);
        }
        for (List<TableCell> row : rows.subList(1, rows.size())) {
            entry(row, header, out, inline);
            out.gap(2);
        }
    }

    private static void entry(List<TableCell> row, List<TableCell> names, StyledTextBuilder out, InlineLayout inline) {
        out.open(EntityType.BOLD, null);
        inline.content(row.get(0));
        out.close(EntityType.BOLD);
        for (int i = 1; i < row.size(); i++) {
            String name = i < names.size() ? InlineLayout.plain(names.get(i)) : "";
            if (row.get(i).getFirstChild() != null) {
                out.gap(1);
                out.text("•");
                out.space();
                if (!name.isEmpty()) {
                    out.text(name + ":");
                    out.space();
                }
                inline.content(row.get(i));
            }
        }
        out.gap(1);
    }
}
