package io.github.claudebridge.app.chat;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.LocalConfig;
import io.github.claudebridge.app.control.ControlClient;
import io.github.claudebridge.app.control.HomeAccess;
import io.github.claudebridge.app.control.Request;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.PersonaLibrary;
import java.util.Optional;

/** Gets a session ready for this terminal. */
final class SessionDesk {

    private SessionDesk() {}

    /**
     * Makes the session if it is not there, and has the bot let go of it.
     *
     * @throws StartException if the bot has it open and shall keep it
     */
    static void open(LocalConfig config, SessionName name, boolean takeOver, Output output) throws StartException {
        SessionStore store = SessionStore.open(config.home());
        if (store.find(name).isEmpty()) {
            store.create(name, PersonaLibrary.DEFAULT);
            return;
        }
        Optional<ControlClient> bot = ControlClient.connect(config.home());
        if (bot.isEmpty()) {
            return;
        }
        bot.get().close();
        boolean open = store.get(name).metadata().status() == SessionStatus.ACTIVE;
        if (open && !takeOver) {
            throw new StartException(
                    ExitCode.BUSY,
                    "The bot that runs has the session " + name.value()
                            + " open. Say --take-over to suspend it there first, or choose another with --session.");
        }
        if (open) {
            int code = new HomeAccess(config.home(), output).askBot("Taking over", new Request.TakeOver(name.value()));
            if (code != 0) {
                throw new StartException(ExitCode.BUSY, "The bot did not let go of the session.");
            }
        }
    }
}
