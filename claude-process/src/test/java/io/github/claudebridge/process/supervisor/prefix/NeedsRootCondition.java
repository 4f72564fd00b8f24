package io.github.claudebridge.process.supervisor.prefix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a test run where users can be made and all launchers are there. */
final class NeedsRootCondition implements ExecutionCondition {

    private static final String REQUIRED = "CLAUDE_BRIDGE_REQUIRE_ROOT";
    private static final List<String> PROGRAMS =
            List.of("useradd", "userdel", "runuser", "su", "sudo", "ssh", "ssh-keygen", "sshd");
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> why = whyNot();
        if (why.isEmpty()) {
            return ConditionEvaluationResult.enabled("this is root, and all launchers are there");
        }
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new IllegalStateException(REQUIRED + " is set, but " + why.get());
        }
        return ConditionEvaluationResult.disabled(why.get());
    }

    private static Optional<String> whyNot() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("only root can make a Unix user and become it");
        }
        return PROGRAMS.stream()
                .filter(program -> FOLDERS.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .findFirst()
                .map(program -> "the program " + program + " is missing");
    }
}
