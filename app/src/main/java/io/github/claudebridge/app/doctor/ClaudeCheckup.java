package io.github.claudebridge.app.doctor;

import io.github.claudebridge.process.Claude;
import io.github.claudebridge.process.CliVersion;
import io.github.claudebridge.process.Installation;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import java.util.List;

/** Which Claude Code there is, and whether it is logged in. */
final class ClaudeCheckup implements Check {

    private static final String SUBJECT = "Claude Code";

    private final ClaudeCommand claude;

    ClaudeCheckup(ClaudeCommand claude) {
        this.claude = claude;
    }

    @Override
    public List<Finding> look() {
        try {
            Installation found = Claude.probe(claude.words(), claude.environment());
            return List.of(version(found), login(found));
        } catch (ClaudeException e) {
            return List.of(
                    Finding.failure(SUBJECT, e.error().message(), e.error().nextStep()));
        }
    }

    private Finding version(Installation found) {
        String text = found.version() + " (" + claude.program() + ")";
        if (!found.isSupported()) {
            return Finding.failure(
                    SUBJECT,
                    text + " is too old",
                    "Update it to " + CliVersion.OLDEST + " or later: npm install -g @anthropic-ai/claude-code");
        }
        return found.isNewerThanTested()
                ? Finding.warning(
                        SUBJECT,
                        text + " is newer than " + CliVersion.NEWEST_TESTED + ", the newest that was tested",
                        "If something behaves oddly, look for an update of claude-bridge.")
                : Finding.ok(SUBJECT, text);
    }

    private static Finding login(Installation found) {
        return found.loggedIn()
                ? Finding.ok("Login", found.authMethod().isEmpty() ? "logged in" : found.authMethod())
                : Finding.failure(
                        "Login",
                        "Claude Code is not logged in",
                        "Log in as the user that the bot runs as: claude auth login");
    }
}
