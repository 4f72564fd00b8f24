package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;

/** What the bot can ask about itself and a chat. */
final class ProfileMethods {

    private final Bot bot;
    private final Targets targets;

    ProfileMethods(Bot bot, Targets targets) {
        this.bot = bot;
        this.targets = targets;
    }

    void register(MethodRegistry registry) {
        registry.add("getMe", this::getMe).add("getChat", this::getChat);
    }

    private JsonNode getMe(Parameters call) {
        return bot.asUser()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", bot.readsAllGroupMessages())
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false)
                .put("has_topics_enabled", bot.topicsEnabled())
                .put("allows_users_to_create_topics", bot.topicsEnabled());
    }

    private JsonNode getChat(Parameters call) {
        Chat chat = targets.chat(call);
        ObjectNode json = chat.json().put("accent_color_id", 0).put("max_reaction_count", 11);
        json.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false);
        return json;
    }
}
