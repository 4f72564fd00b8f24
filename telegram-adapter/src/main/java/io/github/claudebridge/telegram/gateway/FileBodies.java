package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.FileToSend;
import io.github.claudebridge.telegram.gateway.MessageBody.BodyFile;
import io.github.claudebridge.telegram.render.MarkdownRenderer;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.util.ArrayList;
import java.util.List;

/** Files as messages: an album holds at most ten, all pictures or none. */
final class FileBodies {

    private static final int MOST = 10;
    private static final RenderedMessage NO_CAPTION = new RenderedMessage("", List.of());

    private FileBodies() {}

    /**
     * The messages in order.
     *
     * @param caption Markdown; what does not fit below the first file follows as messages
     */
    static List<MessageBody> of(List<FileToSend> files, String caption) {
        List<RenderedMessage> captions = new MarkdownRenderer().renderCaption(caption);
        List<MessageBody> bodies = new ArrayList<>();
        for (List<BodyFile> album : albums(files)) {
            RenderedMessage below = bodies.isEmpty() && !captions.isEmpty() ? captions.get(0) : NO_CAPTION;
            bodies.add(MessageBody.of(below).withFiles(album));
        }
        captions.stream().skip(1).map(MessageBody::of).forEach(bodies::add);
        return bodies;
    }

    private static List<List<BodyFile>> albums(List<FileToSend> files) {
        List<List<BodyFile>> albums = new ArrayList<>();
        for (FileToSend file : files) {
            BodyFile next = BodyFile.of(file.folder().toString(), file.path(), file.asPhoto());
            List<BodyFile> last = albums.isEmpty() ? List.of() : albums.get(albums.size() - 1);
            if (last.isEmpty() || last.size() == MOST || last.get(0).photo() != next.photo()) {
                last = new ArrayList<>();
                albums.add(last);
            }
            last.add(next);
        }
        return albums;
    }
}
