package io.github.claudebridge.telegram.access;

import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the sessions of one person from the others. A session belongs to whoever made it in a chat, and can be shared; one that belongs to
 * nobody, because it was made on the host, is everybody's. Where the rights of a session cannot be read it is nobody's to use. Read from
 * disk on demand. Thread-safe.
 */
public final class SessionAccess {

    private static final Logger LOG = LoggerFactory.getLogger(SessionAccess.class);

    /** What follows the name of the session in the name of an archive. */
    private static final Pattern STAMP = Pattern.compile("-\\d{8}T\\d{6}Z.*$");

    private final SessionStore store;
    private final ArchiveOwners archives;

    public SessionAccess(SessionStore store) {
        this.store = store;
        this.archives = new ArchiveOwners(store.home().resolve("state"));
    }

    /** The sessions that this person may use, newest activity first. */
    public List<SessionEntry> visible(long userId) {
        return store.list().stream()
                .filter(entry -> mayUse(userId, entry.name()))
                .toList();
    }

    /** Whether this person may use a session that is there: talk to it, see what it did, stop it. */
    public boolean mayUse(long userId, SessionName session) {
        return store.find(session).isPresent()
                && grants(session)
                        .filter(grants ->
                                isOwner(grants, userId) || grants.sharedWith().contains(userId))
                        .isPresent();
    }

    /** Whether this person may also delete, rename, archive or share it, and widen its rights. */
    public boolean owns(long userId, SessionName session) {
        return store.find(session).isPresent()
                && grants(session).filter(grants -> isOwner(grants, userId)).isPresent();
    }

    /** Whom the session belongs to; empty if it is everybody's, or that cannot be told. */
    public OptionalLong owner(SessionName session) {
        return grants(session).map(Grants::owner).orElseGet(OptionalLong::empty);
    }

    private static boolean isOwner(Grants grants, long userId) {
        return grants.owner().isEmpty() || grants.owner().getAsLong() == userId;
    }

    private Optional<Grants> grants(SessionName session) {
        try {
            return Optional.of(store.grants().of(session));
        } catch (SessionException e) {
            LOG.warn("Nobody may use session {}: {}", session.value(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Gives a session to this person, who has just made or restored it.
     *
     * @throws SessionException if that cannot be stored
     */
    public void own(SessionName session, long userId) {
        Grants unused = store.grants().change(session, grants -> grants.withOwner(OptionalLong.of(userId)));
    }

    /**
     * Lets somebody else use a session, too.
     *
     * @throws SessionException if that cannot be stored
     */
    public void share(SessionName session, long with) {
        sharing(session, users -> users.add(with));
    }

    /**
     * Lets somebody use a session no more.
     *
     * @throws SessionException if that cannot be stored
     */
    public void unshare(SessionName session, long with) {
        sharing(session, users -> users.remove(with));
    }

    private void sharing(SessionName session, Consumer<Set<Long>> change) {
        Grants unused = store.grants().change(session, grants -> {
            Set<Long> users = new TreeSet<>(grants.sharedWith());
            change.accept(users);
            return grants.withSharedWith(users);
        });
    }

    /**
     * Notes whose archives of this session are of which nothing else is known, before there is one: a crash must not give it to everybody.
     */
    public void archiving(SessionName session) {
        owner(session).ifPresent(person -> archives.put(session.value(), person));
    }

    /**
     * Notes whose archive this is.
     *
     * @param owner whom its session belonged to, before it was removed; empty for everybody
     * @param archive the name of the file
     */
    public void archived(OptionalLong owner, String archive) {
        owner.ifPresent(person -> archives.put(archive, person));
    }

    /** Whether this person may see an archive and restore it: whoever owned its session, or everybody where nobody did. */
    public boolean mayRestore(long userId, String archive) {
        OptionalLong noted = archives.of(archive);
        OptionalLong owner =
                noted.isPresent() ? noted : archives.of(STAMP.matcher(archive).replaceFirst(""));
        return owner.isEmpty() || owner.getAsLong() == userId;
    }
}
