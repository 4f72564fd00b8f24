package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.TextEntity;
import io.github.claudebridge.telegram.render.internal.layout.Piece;
import io.github.claudebridge.telegram.render.internal.layout.StyledText;
import io.github.claudebridge.telegram.render.internal.text.CodeText;
import java.util.List;
import java.util.Optional;

/** Code that goes on. Stateless; safe for use by many threads. */
final class OpenCode {

    private static final int SHORTEST_FENCE = 3;

    private OpenCode() {}

    /**
     * What a part of the document shows that lies in code, found without parsing it.
     *
     * @param source the part, headed by the line that opens the code
     * @return empty where the code might end in it, or where its lines are not shown as they are because it is indented
     */
    static Optional<Piece> piece(Cut start, String source) {
        String opener = start.opener();
        if (opener.isEmpty() || !isFence(opener.charAt(0))) {
            return Optional.empty();
        }
        String code = source.substring(opener.length());
        if (code.contains(opener.substring(0, SHORTEST_FENCE))) {
            return Optional.empty();
        }
        int lastLine = (int) source.chars().filter(c -> c == '\n').count();
        return Optional.of(new Piece(
                styled(CodeText.lines(code)),
                start.gap(),
                true,
                Piece.Kind.OPEN_CODE,
                Piece.NOT_IN_LIST,
                0,
                lastLine,
                List.of()));
    }

    private static boolean isFence(char c) {
        return c == '`' || c == '~';
    }

    private static StyledText styled(String lines) {
        return new StyledText(
                lines, lines.isEmpty() ? List.of() : List.of(TextEntity.of(EntityType.PRE, 0, lines.length())));
    }
}
