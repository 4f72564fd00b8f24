package io.github.claudebridge.app.send;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Report;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.control.Request;
import io.github.claudebridge.app.home.OpenHome;
import io.github.claudebridge.app.log.LogSecrets;
import io.github.claudebridge.app.log.SecretValues;
import io.github.claudebridge.telegram.gateway.TelegramGateway;

/** Sends where no bot runs: what it stores and cannot deliver is delivered by the next bot that runs. */
final class LoneMail {

    private LoneMail() {}

    /**
     * Sends it; the caller holds the home's lock.
     *
     * @return the exit code
     * @throws StartException if that cannot be done
     */
    static int send(Config config, Request.Send request, Report report) throws StartException {
        LogSecrets.know(SecretValues.of(config.telegram().token(), config.claude(), System.getenv()));
        try (OpenHome home = OpenHome.of(config.home());
                TelegramGateway gateway =
                        new TelegramGateway(config.telegram(), home.journal(), LogSecrets.redactor())) {
            if (gateway.check().isPresent()) {
                throw new StartException(
                        ExitCode.CONFIGURATION,
                        "Telegram does not accept the bot token. Copy it again from @BotFather (/mybots, API Token).");
            }
            return new Mail(gateway.chat(), home.journal().outgoing()).send(request, config, report);
        }
    }
}
