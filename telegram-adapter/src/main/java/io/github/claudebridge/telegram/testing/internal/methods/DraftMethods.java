package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.claudebridge.telegram.testing.Draft;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Drafts;
import io.github.claudebridge.telegram.testing.internal.chats.Topic;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.LintLog;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.rate.RateLimiter;
import io.github.claudebridge.telegram.testing.internal.rich.RichMessage;
import io.github.claudebridge.telegram.testing.internal.text.FormattedText;
import io.github.claudebridge.telegram.testing.internal.text.TextField;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Text that the bot shows while it still writes; in private chats only. */
final class DraftMethods {

    private final World world;
    private final Targets targets;
    private final Drafts drafts;
    private final RateLimiter rate;
    private final LintLog lints;

    DraftMethods(World world, Targets targets, Drafts drafts, RateLimiter rate, LintLog lints) {
        this.world = world;
        this.targets = targets;
        this.drafts = drafts;
        this.rate = rate;
        this.lints = lints;
    }

    void register(MethodRegistry registry) {
        registry.add("sendMessageDraft", call -> draft(call, "sendMessageDraft", this::text));
    }

    void registerRich(MethodRegistry registry) {
        registry.add("sendRichMessageDraft", call -> draft(call, "sendRichMessageDraft", this::rich));
    }

    private JsonNode draft(Parameters call, String method, BiFunction<Parameters, Chat, FormattedText> content) {
        Chat chat = privateChat(call);
        long draftId = call.number("draft_id", 0);
        if (draftId == 0) {
            throw ApiError.badRequest("draft identifier must be non-zero");
        }
        Optional<Long> thread = Targets.topic(call, chat).map(Topic::id);
        FormattedText text = content.apply(call, chat);
        rate.chargeDraft(method, chat);
        drafts.put(new Draft(
                chat.id(),
                thread,
                draftId,
                text.text(),
                text.entities(),
                call.flag("can_stop"),
                call.flag("keep_on_stop"),
                world.now()));
        return BooleanNode.TRUE;
    }

    private FormattedText text(Parameters call, Chat chat) {
        return TextPipeline.read(call, TextField.DRAFT, line -> lints.add("sendMessageDraft", chat.id(), line));
    }

    private FormattedText rich(Parameters call, Chat chat) {
        return new FormattedText(RichMessage.read(call, true).plainText(), List.of());
    }

    private Chat privateChat(Parameters call) {
        boolean number = call.text("chat_id").matches("-?\\d+");
        if (call.has("chat_id") && !number) {
            throw noDraftsHere();
        }
        Chat chat = targets.chat(call);
        if (!chat.isPrivate()) {
            throw noDraftsHere();
        }
        return chat;
    }

    private static ApiError noDraftsHere() {
        return ApiError.badRequest("TEXTDRAFT_PEER_INVALID");
    }
}
