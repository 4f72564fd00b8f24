package io.github.claudebridge.app.setup;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.doctor.Doctor;
import io.github.claudebridge.app.doctor.Finding;
import io.github.claudebridge.app.doctor.Level;
import io.github.claudebridge.telegram.gateway.BotToken;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gets a token that Telegram accepts. */
final class TokenInput {

    private static final int TRIES = 3;

    private final Questions questions;
    private final URI apiRoot;
    private final PrintWriter out;

    TokenInput(Questions questions, URI apiRoot, PrintWriter out) {
        this.questions = questions;
        this.apiRoot = apiRoot;
        this.out = out;
    }

    /**
     * From the file, or from the person at the terminal.
     *
     * @throws StartException if there is none that works
     */
    BotToken get(@Nullable Path file) throws StartException {
        if (file != null) {
            return accepted(read(file));
        }
        out.println("Make a bot with @BotFather in Telegram (/newbot) and copy its token.");
        for (int left = TRIES; ; left--) {
            String text = questions.secret(
                    "Token (it is not shown): ",
                    "Put the token into a file that only you can read, and say --token-file FILE.");
            try {
                return accepted(text);
            } catch (StartException e) {
                if (left == 1 || e.exitCode() != ExitCode.CONFIGURATION) {
                    throw e;
                }
                out.println(e.getMessage());
            }
        }
    }

    private static String read(Path file) throws StartException {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartException(ExitCode.NO_INPUT, "--token-file: " + file + " cannot be read.");
        }
    }

    private BotToken accepted(String text) throws StartException {
        BotToken token;
        try {
            token = BotToken.of(text);
        } catch (IllegalArgumentException e) {
            throw new StartException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
        }
        List<Finding> findings = Doctor.telegram(new TelegramSettings(token, apiRoot));
        for (Finding finding : findings) {
            if (finding.level() == Level.FAILURE) {
                boolean wrong = finding.text().contains("not accepted");
                throw new StartException(
                        wrong ? ExitCode.CONFIGURATION : ExitCode.UNAVAILABLE,
                        finding.text() + ". " + finding.nextStep());
            }
            out.println(finding.subject() + ": " + finding.text());
        }
        return token;
    }
}
