package io.github.claudebridge.telegram.gateway;

import java.io.Serial;
import org.telegram.telegrambots.meta.api.objects.Update;

/** An update of which only the number is understood; the rest is kept as Telegram sent it. */
final class RawUpdate extends Update {

    @Serial
    private static final long serialVersionUID = 1;

    private final String json;

    RawUpdate(int id, String json) {
        setUpdateId(id);
        this.json = json;
    }

    String json() {
        return json;
    }
}
