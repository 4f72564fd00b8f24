package io.github.claudebridge.process.testing.internal.model;

import java.util.Map;
import java.util.Optional;

/** The words of the prompt language that make a reply fail. */
final class Failures {
    private static final Map<String, Action> ALL = Map.of(
            "hang", (step, nothing, context) -> broken(step, new Fault.Silence()),
            "drop", (step, nothing, context) -> broken(step, new Fault.Cut()),
            "garbage", (step, nothing, context) -> broken(step, new Fault.NotAStream()),
            "error", Failures::error,
            "ratelimit", Failures::rateLimit);

    private Failures() {}

    static Optional<Action> named(String word) {
        return Optional.ofNullable(ALL.get(word));
    }

    private static void broken(Step step, Fault fault) {
        step.say("partial text");
        step.failWith(fault);
    }

    private static void error(Step step, String codeAndTimes, Action.Context context) {
        Words code = Words.of(codeAndTimes);
        long times = code.next().number(Long.MAX_VALUE);
        if (code.first().equals("sse-overloaded")) {
            failOrRecover(step, new Fault.ErrorInStream(), times, context);
        } else {
            failOrRecover(step, new Fault.Refused(Integer.parseInt(code.first()), null), times, context);
        }
    }

    private static void rateLimit(Step step, String secondsAndTimes, Action.Context context) {
        Words seconds = Words.of(secondsAndTimes);
        Fault fault = new Fault.Refused(429, seconds.first().isEmpty() ? "1" : seconds.first());
        failOrRecover(step, fault, seconds.next().number(Long.MAX_VALUE), context);
    }

    private static void failOrRecover(Step step, Fault fault, long times, Action.Context context) {
        long before = context.countFailure();
        if (before < times) {
            step.failWith(fault);
        } else {
            step.say("Recovered after " + before + " errors");
        }
    }
}
