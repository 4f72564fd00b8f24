package io.github.claudebridge.telegram.budget;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.audit.AuditEntry;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.TurnWatch;
import io.github.claudebridge.telegram.conversation.words.BudgetWords;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps what is spent in a day within limits: a turn that runs is never cut, but when a limit is reached the next one is not begun. At four
 * fifths a word is said, once a day. Thread-safe.
 */
public final class Budgets implements TurnWatch {

    private static final int WARNING = 80;

    private final BudgetSettings settings;
    private final SessionStore store;
    private final Chat chat;
    private final AuditLog audit;
    private final SpendingBook book;

    public Budgets(BudgetSettings settings, SessionStore store, Chat chat, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.chat = chat;
        this.audit = audit;
        this.book = new SpendingBook(store.home().resolve("state"), clock);
    }

    /**
     * A limit and how far it is used.
     *
     * @param scope names it: a session, or all of them
     */
    private record Account(String scope, DailyLimit limit, Spent spent) {}

    /**
     * What a session has spent today.
     *
     * @throws UncheckedIOException if that cannot be read
     */
    public Spent today(SessionName session) {
        return book.by(session);
    }

    /**
     * The limit of a session: its own, as far as it has one.
     *
     * @throws SessionException if its rights cannot be read
     */
    public DailyLimit limit(SessionName session) {
        Grants grants = store.grants().of(session);
        Optional<BigDecimal> usd =
                grants.dailyBudgetUsd().or(() -> settings.session().usd());
        OptionalInt turns = grants.dailyTurns().isPresent()
                ? grants.dailyTurns()
                : settings.session().turns();
        return new DailyLimit(usd, turns);
    }

    private List<Account> accounts(SessionName session) {
        DailyLimit own = limit(session);
        return List.of(
                new Account(BudgetWords.session(session.value()), own, own.isNone() ? Spent.NOTHING : book.by(session)),
                new Account(BudgetWords.ALL, settings.all(), settings.all().isNone() ? Spent.NOTHING : book.byAll()));
    }

    /** What cannot be read is no reason to spend. */
    @Override
    public Optional<String> refuses(SessionName session, Audience audience) {
        Optional<String> refusal;
        try {
            refusal = accounts(session).stream()
                    .filter(account -> account.limit().isSpent(account.spent(), 100))
                    .map(account -> BudgetWords.usedUp(account.scope(), told(account)))
                    .findFirst();
        } catch (UncheckedIOException e) {
            refusal = Optional.of(BudgetWords.unreadable(String.valueOf(e.getMessage())));
        }
        refusal.ifPresent(
                why -> audit.add(new AuditEntry(session.value(), audience.userId(), "budget", why, "deny", "")));
        return refusal;
    }

    @Override
    public void ended(SessionName session, Audience audience, TurnResult turn) {
        book.add(
                session, new Spent(BigDecimal.valueOf(Math.max(0, turn.costUsd().orElse(0))), 1));
        accounts(session).stream()
                .filter(account -> account.limit().isSpent(account.spent(), WARNING))
                .forEach(account -> warn(account, audience));
    }

    private void warn(Account account, Audience audience) {
        DeliveryKey key = new DeliveryKey("budget/%s/%s/%d"
                .formatted(
                        book.today(),
                        account.scope().replace(' ', '-'),
                        audience.chat().value()));
        if (!chat.hasSaid(key)) {
            CompletableFuture<Void> unused =
                    chat.notice(audience.chat(), key, BudgetWords.nearlyUsedUp(account.scope(), told(account)));
        }
    }

    private static String told(Account account) {
        return BudgetWords.spent(
                account.spent().usd(),
                account.limit().usd(),
                account.spent().turns(),
                account.limit().turns());
    }
}
