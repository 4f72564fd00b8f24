package io.github.claudebridge.telegram.testing.internal.faults;

import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.Faults;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One rule, first in the making, then in force. Guarded by its script. */
final class FaultRule implements Faults.Rule {

    private final String method;
    private final Consumer<FaultRule> script;
    private String chatId = "";
    private int callsToLetPass;
    private int usesLeft = 1;
    private @Nullable Fault fault;

    FaultRule(String method, Consumer<FaultRule> script) {
        this.method = method;
        this.script = script;
    }

    @Override
    public Faults.Rule inChat(long chat) {
        this.chatId = Long.toString(chat);
        return this;
    }

    @Override
    public Faults.Rule fromCall(int nth) {
        this.callsToLetPass = nth - 1;
        return this;
    }

    @Override
    public Faults.Rule times(int count) {
        this.usesLeft = count;
        return this;
    }

    @Override
    public Faults.Rule always() {
        return times(Integer.MAX_VALUE);
    }

    @Override
    public void fail(Fault wanted) {
        this.fault = wanted;
        script.accept(this);
    }

    boolean matches(String calledMethod, String calledChat) {
        return (method.equals("*") || method.equalsIgnoreCase(calledMethod))
                && (chatId.isEmpty() || chatId.equals(calledChat));
    }

    /** Counts a matching call and says whether it is one that should fail. */
    boolean countsIn() {
        if (callsToLetPass > 0) {
            callsToLetPass--;
            return false;
        }
        return true;
    }

    Fault use() {
        if (fault == null) {
            throw new IllegalStateException("A rule is used only after fail() has put it in force");
        }
        usesLeft--;
        return fault;
    }

    boolean isSpent() {
        return usesLeft <= 0;
    }
}
