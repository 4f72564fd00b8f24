package io.github.claudebridge.telegram.render.internal.files;

import io.github.claudebridge.telegram.render.Attachment;
import io.github.claudebridge.telegram.render.internal.text.CodeText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Takes long code blocks out of a document, leaving the name of a file in the place of each. Not thread-safe. */
public final class LongCode extends AbstractVisitor {

    private static final String CLIP = "\uD83D\uDCCE ";

    private final int longest;
    private final List<Attachment> files = new ArrayList<>();

    /** Takes out what has more than this many UTF-16 units. */
    public LongCode(int longest) {
        this.longest = longest;
    }

    /** The files, in the order of the document. */
    public List<Attachment> files() {
        return List.copyOf(files);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        if (code.getLiteral().length() > longest) {
            Attachment file = CodeFiles.of(files.size() + 1, CodeText.language(code.getInfo()), code.getLiteral());
            files.add(file);
            Paragraph place = new Paragraph();
            place.setSourceSpans(code.getSourceSpans());
            place.appendChild(new Text(CLIP));
            place.appendChild(new Code(file.fileName()));
            code.insertAfter(place);
            code.unlink();
        }
    }
}
