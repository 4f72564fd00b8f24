package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.internal.math.Latex;
import io.github.claudebridge.telegram.render.internal.parse.FootnoteReference;
import io.github.claudebridge.telegram.render.internal.parse.MathSpan;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Writes what stands within the lines of a block. Not thread-safe. */
final class InlineLayout extends AbstractVisitor {

    private static final String PICTURE = "\uD83D\uDDBC ";
    private static final Pattern LINE_BREAK_TAG = Pattern.compile("<br\\s*/?>");

    private final StyledTextBuilder out;
    private boolean codeAsText;

    InlineLayout(StyledTextBuilder out) {
        this.out = out;
    }

    /** Writes the content of a block, or of any other node. */
    void content(Node parent) {
        visitChildren(parent);
    }

    /** The content as bare text on one line. */
    static String plain(Node parent) {
        StyledTextBuilder cell = new StyledTextBuilder();
        new InlineLayout(cell).content(parent);
        return cell.build().text().replace('\n', ' ').strip();
    }

    /** Whether this is the one tag that is obeyed. */
    static boolean isLineBreak(String tag) {
        return LINE_BREAK_TAG.matcher(tag.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public void visit(Text text) {
        out.text(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        out.newline();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        out.newline();
    }

    @Override
    public void visit(HtmlInline html) {
        if (isLineBreak(html.getLiteral())) {
            out.newline();
        } else {
            lines(html.getLiteral());
        }
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled(EntityType.ITALIC, null, emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        styled(EntityType.BOLD, null, strong);
    }

    @Override
    public void visit(Code code) {
        if (codeAsText) {
            out.text(code.getLiteral());
        } else {
            out.code(code.getLiteral());
        }
    }

    @Override
    public void visit(Link link) {
        String label = plain(link);
        if (label.isEmpty()) {
            linkedText(link.getDestination(), link.getDestination());
            return;
        }
        if (label.equals(link.getDestination()) || ("mailto:" + label).equals(link.getDestination())) {
            visitChildren(link);
            return;
        }
        String url = LinkTarget.of(link.getDestination());
        boolean outer = codeAsText;
        codeAsText |= url != null && holdsOnlyCode(link);
        styled(EntityType.TEXT_LINK, url, link);
        codeAsText = outer;
        if (url == null && !link.getDestination().isEmpty()) {
            out.text(" (" + link.getDestination() + ")");
        }
    }

    @Override
    public void visit(Image image) {
        out.text(PICTURE);
        String label = plain(image);
        linkedText(label.isEmpty() ? image.getDestination() : label, image.getDestination());
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Strikethrough) {
            styled(EntityType.STRIKETHROUGH, null, node);
        } else if (node instanceof FootnoteReference reference) {
            out.text("[" + reference.label() + "]");
        } else if (node instanceof MathSpan math) {
            formula(math);
        } else {
            visitChildren(node);
        }
    }

    private void formula(MathSpan math) {
        String readable = Latex.toText(math.source());
        if (readable == null) {
            out.code(math.source().strip().replace('\n', ' '));
        } else {
            out.text(readable);
        }
    }

    private void linkedText(String label, String destination) {
        String url = LinkTarget.of(destination);
        if (url == null) {
            out.text(label.equals(destination) ? label : label + " (" + destination + ")");
        } else {
            out.open(EntityType.TEXT_LINK, url);
            out.text(label);
            out.close(EntityType.TEXT_LINK);
        }
    }

    /** The type without effect where a link has no URL that can be kept. */
    private void styled(EntityType type, @Nullable String url, Node parent) {
        boolean effective = type != EntityType.TEXT_LINK || url != null;
        if (effective) {
            out.open(type, url);
        }
        visitChildren(parent);
        if (effective) {
            out.close(type);
        }
    }

    /** Text that may span lines, each on its own. */
    private void lines(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                out.newline();
            }
            out.text(lines[i]);
        }
    }

    private static boolean holdsOnlyCode(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            boolean code = child instanceof Code
                    || child instanceof SoftLineBreak
                    || (child instanceof Text text
                            ? text.getLiteral().isBlank()
                            : isStyle(child) && holdsOnlyCode(child));
            if (!code) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStyle(Node node) {
        return node instanceof Emphasis || node instanceof StrongEmphasis || node instanceof Strikethrough;
    }
}
