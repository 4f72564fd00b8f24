package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.redact.Redactor;
import io.github.claudebridge.telegram.render.AnswerSize;
import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.MarkdownRenderer;
import io.github.claudebridge.telegram.render.RenderedMessage;
import io.github.claudebridge.telegram.render.Rendering;
import io.github.claudebridge.telegram.render.TextEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answers as messages. Secrets are masked before a text is split, so that none is cut in two and missed. */
final class AnswerBodies {

    private static final MarkdownRenderer RENDERER = new MarkdownRenderer();
    private static final RenderedMessage NO_CAPTION = new RenderedMessage("", List.of());
    private static final String GAP = "\n\n";

    private AnswerBodies() {}

    /** The texts in order, and behind them what is too long to be read in the chat, as files. */
    static List<MessageBody> of(Answer answer, Redactor redactor) {
        Rendering rendering = rendering(redactor.clean(answer.markdown()), answer.size());
        List<RenderedMessage> messages = new ArrayList<>(rendering.messages());
        RENDERER.render(redactor.clean(answer.details())).forEach(details -> fold(messages, details));
        Stream<MessageBody> texts =
                messages.stream().map(message -> MessageBody.of(message).replyingTo(answer.replyTo()));
        Stream<MessageBody> files = rendering.attachments().stream()
                .map(file -> MessageBody.of(NO_CAPTION)
                        .withFiles(List.of(MessageBody.BodyFile.ofText(file.fileName(), file.content()))));
        return Stream.concat(texts, files).toList();
    }

    private static Rendering rendering(String markdown, Answer.Size size) {
        return switch (size) {
            case WHOLE -> new Rendering(RENDERER.render(markdown), List.of());
            case FEW_MESSAGES -> RENDERER.render(markdown, AnswerSize.FEW_MESSAGES);
            case ONE_SCREEN -> RENDERER.render(markdown, AnswerSize.ONE_SCREEN);
        };
    }

    /** Puts something that can be unfolded below the last message, or behind it where there is no room. */
    private static void fold(List<RenderedMessage> messages, RenderedMessage details) {
        RenderedMessage last = messages.isEmpty() ? NO_CAPTION : messages.get(messages.size() - 1);
        String before = last.text().isEmpty() ? "" : last.text() + GAP;
        List<TextEntity> entities = new ArrayList<>(last.entities());
        entities.add(TextEntity.of(
                EntityType.EXPANDABLE_BLOCKQUOTE,
                before.length(),
                details.text().length()));
        details.entities()
                .forEach(entity -> entities.add(entity.at(before.length() + entity.offset(), entity.length())));
        String text = before + details.text();
        boolean fits = text.length() <= RenderedMessage.MAX_LENGTH && entities.size() <= RenderedMessage.MAX_ENTITIES;
        if (fits && !messages.isEmpty()) {
            messages.set(messages.size() - 1, new RenderedMessage(text, entities));
        } else {
            messages.add(details);
        }
    }
}
