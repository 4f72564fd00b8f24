package io.github.claudebridge.telegram.testing.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;

/** A fake Bot API server with one bot and one person, who has the identifier 7. */
interface ComparedServer extends AutoCloseable {

    URI root();

    String token();

    /** The person writes a text or a command. */
    void writes(String text);

    /** The person presses a button of a message of the bot, which is given as the server answered when it was sent. */
    void presses(JsonNode message, String button);

    /** The bot's messages as the person sees them now. */
    List<String> shown();

    @Override
    void close();
}
