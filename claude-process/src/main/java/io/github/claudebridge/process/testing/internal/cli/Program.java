package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.model.ScriptedModel;
import java.util.Map;

/**
 * What the parts of the program share.
 *
 * @param arguments the command line
 * @param environment the environment variables
 * @param version the version that is played
 * @param session the conversation
 * @param events standard output
 * @param host questions to the host
 * @param hooks what the host wants to be asked about
 * @param inbox the messages on their way
 * @param transcript the transcript file
 * @param toolbox the tools
 * @param tasks what runs beside the conversation
 * @param checkpoints what files held before
 * @param model the model
 * @param misbehaviour what goes wrong on purpose
 * @param refused the kind of control request that is refused; empty for none
 */
record Program(
        Arguments arguments,
        Map<String, String> environment,
        Version version,
        Session session,
        Events events,
        HostCalls host,
        Hooks hooks,
        Inbox inbox,
        Transcript transcript,
        Toolbox toolbox,
        Tasks tasks,
        Checkpoints checkpoints,
        ScriptedModel model,
        Misbehaviour misbehaviour,
        String refused) {

    boolean streamsPartially() {
        return arguments.has("--include-partial-messages");
    }

    boolean replays() {
        return arguments.has("--replay-user-messages");
    }

    boolean hostAnswers() {
        return arguments.value("--permission-prompt-tool").isPresent();
    }
}
