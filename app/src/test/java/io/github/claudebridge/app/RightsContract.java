package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.Grants;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.PersonaLibrary;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What people give a session beyond the least: trust in its folder, and the bypass. */
abstract class RightsContract extends BotContract {

    /** The name of a session whose folder was not made by the bot. */
    static final String PROJECT = "project";

    /** The bot may run as root here, which Claude otherwise does not want to see together with the bypass. */
    @Override
    BotHome configure(TestedClaude claude) throws IOException {
        BotHome made = super.configure(claude.seeing("IS_SANDBOX", "1")).allowingBypass();
        SessionStore store = SessionStore.open(made.folder());
        SessionName project = SessionName.of(PROJECT);
        store.create(project, PersonaLibrary.DEFAULT);
        store.grants().change(project, grants -> Grants.least());
        return made;
    }

    @Test
    void EXP_08_a_folder_of_others_is_trusted_after_a_yes_and_its_session_goes_on() {
        ann.sends("/session " + PROJECT);
        SentMessage trust = question("Trust this folder?");
        ann.sends("say before");
        heard("before");
        press(trust, "Trust this folder");
        heard("Trusted.");
        ann.sends("history");

        assertThat(heard("say before / history").text()).startsWith("say before / history");
        assertThat(telegram.messages(BotHome.ANN))
                .as("asked once")
                .filteredOn(message -> message.text().contains("Trust this folder?"))
                .hasSize(1);
    }

    @Test
    void the_bypass_asks_nothing_any_more_until_it_is_switched_off() {
        ann.sends("/new free");
        ann.sends("/mode bypass");
        heard("free is set to bypass");
        ann.sends("tool Bash touch one ;; say done without asking");
        heard("done without asking");
        ann.sends("/mode ask");
        heard("free is set to ask");
        ann.sends("tool Bash touch two ;; say the end");
        press(question("touch two"), "Deny");
        heard("the end");

        assertThat(work("free").resolve("one")).exists();
        assertThat(work("free").resolve("two")).doesNotExist();
    }
}
