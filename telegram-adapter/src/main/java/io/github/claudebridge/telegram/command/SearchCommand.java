package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.log.LogHit;
import io.github.claudebridge.session.log.LogQuery;
import io.github.claudebridge.session.log.LogSearch;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.conversation.words.FileManuals;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.conversation.words.UsageWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches what was said in the sessions of a person, newest first, page by page. */
final class SearchCommand implements Command {

    private static final int PAGE = 5;
    private static final int FARTHEST = 500;
    private static final int LONGEST = 200;

    private final Reach reach;

    SearchCommand(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Manual manual() {
        return FileManuals.SEARCH;
    }

    @Override
    public Reply run(CommandCall call) {
        String wanted = call.argument();
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            throw Refusal.usage(manual());
        }
        return reach.working(() -> {
            List<LogHit> hits = find(wanted, call.userId(), 0);
            if (hits.isEmpty()) {
                return Reply.say(UsageWords.notFound(wanted));
            }
            return hits.size() <= PAGE
                    ? Reply.show(page(hits, wanted))
                    : Reply.ask(question(hits, wanted, 0, call.person()));
        });
    }

    /** The hits from this one on; one more than a page has where there are more. */
    private List<LogHit> find(String wanted, long userId, int from) {
        Set<SessionName> sessions =
                reach.chats().visible(userId).stream().map(SessionEntry::name).collect(Collectors.toSet());
        if (sessions.isEmpty()) {
            return List.of();
        }
        return new LogSearch(reach.store())
                .find(LogQuery.of(wanted).in(sessions).withLimit(from + PAGE + 1)).stream()
                        .skip(from)
                        .toList();
    }

    private static String page(List<LogHit> hits, String wanted) {
        return hits.stream()
                .limit(PAGE)
                .map(hit -> UsageWords.hit(hit.session().value(), hit.at(), hit.kind(), hit.excerpt()))
                .collect(Collectors.joining("\n\n", UsageWords.found(wanted) + "\n\n", ""));
    }

    private static Question question(List<LogHit> hits, String wanted, int from, Set<Long> people) {
        boolean more = hits.size() > PAGE && from + PAGE < FARTHEST;
        return new Question(
                        page(hits, wanted),
                        List.of(
                                Choice.staying(
                                        Math.max(0, from - PAGE) + " " + wanted, from == 0 ? "·" : UsageWords.NEWER),
                                Choice.staying(
                                        (more ? from + PAGE : from) + " " + wanted, more ? UsageWords.OLDER : "·")),
                        people)
                .quietly();
    }

    @Override
    public Reply chosen(Press press) {
        String[] choice = press.choice().split(" ", 2);
        int from = Integer.parseInt(choice[0]);
        return reach.working(() -> {
            List<LogHit> hits = find(choice[1], press.userId(), from);
            Set<Long> people = press.userId() == 0 ? Set.of() : Set.of(press.userId());
            if (!hits.isEmpty()) {
                boolean unused = reach.chat().revise(press.question(), question(hits, choice[1], from, people));
            }
            return Reply.NOTHING;
        });
    }
}
