package io.github.claudebridge.telegram.render.internal.layout;

import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The box that a list item may begin with. */
final class TaskMarker {

    private static final int LENGTH = 3;

    private TaskMarker() {}

    static boolean isTask(ListItem item) {
        return text(item) != null;
    }

    /** Takes the box out of the item's text and returns how it is shown. */
    static String take(ListItem item) {
        Text text = text(item);
        if (text == null) {
            throw new IllegalArgumentException("Not a task");
        }
        boolean open = Character.isWhitespace(text.getLiteral().charAt(1));
        text.setLiteral(text.getLiteral().substring(LENGTH).stripLeading());
        return open ? "☐" : "☑";
    }

    private static @Nullable Text text(ListItem item) {
        if (item.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text) {
            String literal = text.getLiteral();
            boolean box = literal.length() >= LENGTH
                    && literal.charAt(0) == '['
                    && literal.charAt(2) == ']'
                    && " xX".indexOf(literal.charAt(1)) >= 0;
            return box && isFollowed(text) ? text : null;
        }
        return null;
    }

    /** A box is followed by a space and something to do. */
    private static boolean isFollowed(Text text) {
        String rest = text.getLiteral().substring(LENGTH);
        Node next = text.getNext();
        return !rest.isEmpty() && Character.isWhitespace(rest.charAt(0)) && (!rest.isBlank() || next != null);
    }
}
