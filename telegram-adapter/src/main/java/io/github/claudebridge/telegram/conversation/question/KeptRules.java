package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.process.permission.PermissionRule;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionStore;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that people made for a session alone. The CLI forgets them when its process ends, and sessions are suspended: they are kept
 * beside the grants and given back when the CLI asks the very same again, by the rule that it suggests itself. Thread-safe.
 */
final class KeptRules {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRules.class);

    private final SessionStore store;

    KeptRules(SessionStore store) {
        this.store = store;
    }

    /** The answer that a rule of earlier gives to a request; empty where somebody has to be asked. */
    Optional<Permission.Allow> answer(Subject subject) {
        PermissionRequest request = subject.request();
        return request.needsPerson()
                ? Optional.empty()
                : RuleOffer.forSession(request)
                        .filter(rule -> isKept(subject, rule))
                        .map(rule -> Permission.allow().with(rule));
    }

    private boolean isKept(Subject subject, PermissionRule rule) {
        try {
            return store.rules().of(subject.session()).contains(text(subject.request(), rule));
        } catch (SessionException e) {
            LOG.warn(
                    "The rules of session {} were not read: {}",
                    subject.session().value(),
                    e.getMessage());
            return false;
        }
    }

    /** Keeps the rule that was made with a permission, if it is one for the session. */
    void keep(Subject subject, Permission permission) {
        if (permission instanceof Permission.Allow allow) {
            RuleOffer.forSession(subject.request())
                    .filter(allow.rules()::contains)
                    .ifPresent(rule -> keep(subject, rule));
        }
    }

    private void keep(Subject subject, PermissionRule rule) {
        try {
            store.rules().add(subject.session(), text(subject.request(), rule));
        } catch (SessionException e) {
            LOG.error(
                    "A rule for session {} was not kept: {}", subject.session().value(), e.getMessage());
        }
    }

    /** The path is part of it: a rule for a command is none for the files of others. */
    private static String text(PermissionRequest request, PermissionRule rule) {
        return rule.json().text() + "\n"
                + Optional.ofNullable(request.blockedPath()).orElse("");
    }
}
