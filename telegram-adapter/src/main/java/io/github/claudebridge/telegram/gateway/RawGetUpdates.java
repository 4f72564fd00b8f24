package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Asks for updates and keeps each as its JSON. The library's own reading fails for a whole batch when one update has a form it
 * does not know, and then asks for the same batch for ever.
 */
final class RawGetUpdates extends GetUpdates {

    @Serial
    private static final long serialVersionUID = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_PER_POLL = 100;
    private static final List<String> KINDS =
            List.of("message", "edited_message", "callback_query", "my_chat_member", "stopped_message_generation");

    private final transient AtomicInteger position;
    private final transient PollHealth health;

    /**
     * @param position the number of the last update; moved back when the numbers start anew, as they do after a week of silence,
     *     because the session drops updates that are not beyond it
     */
    RawGetUpdates(int timeoutSeconds, AtomicInteger position, PollHealth health) {
        super(position.get() + 1, MOST_PER_POLL, timeoutSeconds, KINDS);
        this.position = position;
        this.health = health;
    }

    @Override
    @SuppressWarnings("NonApiType") // the library declares it so
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            JsonNode root = MAPPER.readTree(answer);
            if (!root.path("ok").asBoolean() || !root.path("result").isArray()) {
                health.trouble("its answer is no list of updates");
                throw new TelegramApiRequestException("Telegram refused getUpdates: "
                        + root.path("description").asText());
            }
            ArrayList<Update> updates = new ArrayList<>();
            for (JsonNode update : root.path("result")) {
                int id = update.path("update_id").asInt();
                position.accumulateAndGet(id - 1, Math::min);
                updates.add(new RawUpdate(id, update.toString()));
            }
            health.works();
            return updates;
        } catch (JsonProcessingException e) {
            health.trouble("its answer is not JSON");
            throw new TelegramApiRequestException("Telegram's answer to getUpdates is not JSON", e);
        }
    }
}
