package io.github.claudebridge.telegram.testing.internal.faults;

import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules in force. Thread-safe. */
public final class FaultScript implements Faults {

    private final List<FaultRule> rules = new ArrayList<>();

    @Override
    public Rule on(String method) {
        return new FaultRule(method, this::add);
    }

    @Override
    public synchronized void clear() {
        rules.clear();
    }

    /** The fault for this call, if a rule wants one. Every matching rule counts the call. */
    public synchronized Optional<Fault> next(String method, String chatId) {
        Optional<Fault> chosen = Optional.empty();
        for (FaultRule rule : List.copyOf(rules)) {
            if (rule.matches(method, chatId) && rule.countsIn() && chosen.isEmpty()) {
                chosen = Optional.of(rule.use());
            }
            if (rule.isSpent()) {
                rules.remove(rule);
            }
        }
        return chosen;
    }

    private synchronized void add(FaultRule rule) {
        rules.add(rule);
    }
}
