package io.github.claudebridge.telegram.render;

import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.text.FormattedText;
import io.github.claudebridge.telegram.testing.internal.text.TextField;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the strict fake server does to messages, without the way over the network. */
final class StrictServer {

    private StrictServer() {}

    /** Refusals, silent repairs, and texts that arrive otherwise than they were sent. */
    static List<String> complaints(List<RenderedMessage> messages) {
        List<String> complaints = new ArrayList<>();
        for (RenderedMessage message : messages) {
            List<io.github.claudebridge.telegram.testing.TextEntity> entities =
                    message.entities().stream().map(StrictServer::sent).toList();
            try {
                FormattedText shown =
                        TextPipeline.read(message.text(), "", () -> entities, TextField.TEXT, complaints::add);
                if (!shown.text().equals(message.text())) {
                    complaints.add("the text arrives changed");
                }
            } catch (ApiError refusal) {
                complaints.add("refused: " + refusal.getMessage());
            }
        }
        return complaints;
    }

    /** The stretches that the server makes links of by itself. */
    static List<String> foundByItself(List<RenderedMessage> messages) {
        List<String> found = new ArrayList<>();
        for (RenderedMessage message : messages) {
            TextPipeline.read(
                            message.text(),
                            "",
                            () -> message.entities().stream()
                                    .map(StrictServer::sent)
                                    .toList(),
                            TextField.TEXT,
                            complaint -> {})
                    .entities()
                    .stream()
                    .filter(entity -> entity.type().equals("url"))
                    .forEach(entity -> found.add(message.text().substring(entity.offset(), entity.end())));
        }
        return found;
    }

    private static io.github.claudebridge.telegram.testing.TextEntity sent(TextEntity entity) {
        String argument = Objects.requireNonNullElse(entity.url(), Objects.requireNonNullElse(entity.language(), ""));
        return new io.github.claudebridge.telegram.testing.TextEntity(
                entity.type().apiName(), entity.offset(), entity.length(), argument);
    }
}
