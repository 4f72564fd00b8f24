package io.github.claudebridge.process.testing.junit;

import io.github.claudebridge.process.testing.RealClaude;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a test run where the real command line can be run. */
final class RealCliCondition implements ExecutionCondition {
    private static final String REQUIRED = "CLAUDE_BRIDGE_REQUIRE_REAL_CLI";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> why = RealClaude.whyUnavailable();
        if (why.isEmpty()) {
            return ConditionEvaluationResult.enabled("the real command line is here and offline");
        }
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new IllegalStateException(REQUIRED + " is set, but " + why.get());
        }
        return ConditionEvaluationResult.disabled(why.get());
    }
}
