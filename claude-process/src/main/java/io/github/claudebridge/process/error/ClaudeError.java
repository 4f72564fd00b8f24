package io.github.claudebridge.process.error;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A failure: what happened, in one sentence, and what to do next, in another. No secrets are in either. */
public sealed interface ClaudeError {

    /** What happened, and what to do about it. */
    Explanation explanation();

    /** What happened, as one sentence. */
    default String message() {
        return explanation().message();
    }

    /** What to do about it, as one sentence. */
    default String nextStep() {
        return explanation().nextStep();
    }

    /** What the user is to choose from, in this order; empty where the next step is the only one. Immutable. */
    default List<Choice> choices() {
        return List.of();
    }

    /**
     * The command is not there.
     *
     * @param command the name or path that was looked for
     */
    record CommandNotFound(String command) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The command '" + command + "' was not found.",
                    "Install Claude Code, or name the path of its command.");
        }
    }

    /**
     * The command is a file that may not be executed.
     *
     * @param command the path
     */
    record CommandNotExecutable(String command) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The command '" + command + "' is not an executable file.",
                    "Name the path of the claude command, and check its permissions.");
        }
    }

    /**
     * The working directory cannot be used.
     *
     * @param directory the directory
     * @param reason why
     */
    record DirectoryUnusable(Path directory, String reason) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The working directory " + directory + " cannot be used: " + reason + ".",
                    "Name an existing directory by its absolute path.");
        }
    }

    /**
     * The operating system would not start the command.
     *
     * @param reason its words
     */
    record SpawnFailed(String reason) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The command could not be started: " + reason + ".",
                    "Check the limits on processes and memory, then try again.");
        }
    }

    /**
     * A pseudo terminal cannot be had here.
     *
     * @param reason why not, in the words of the system or of the library that opens it
     */
    record TerminalUnavailable(String reason) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "There is no pseudo terminal to be had: " + reason + ".",
                    "Put pty4j and jline-builtins on the class path, let -Dpty4j.tmpdir and -Djna.tmpdir name a folder"
                            + " that programs may be run from, and check that /dev/ptmx is there.");
        }
    }

    /**
     * Claude Code shows something else than its prompt, and waits for a person.
     *
     * @param kind what it shows
     * @param screen what is to be seen, without blank lines
     */
    record DialogOpen(Dialog kind, List<String> screen) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation("Claude Code is not at its prompt: " + kind.meaning() + ".", kind.nextStep());
        }
    }

    /**
     * The CLI runs but did not become ready in time.
     *
     * @param waited how long it was given
     * @param lastErrors its last lines on stderr
     */
    record StartTimeout(Duration waited, List<String> lastErrors) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code did not answer within " + waited.toSeconds() + " s of its start."
                            + Lines.quoted(lastErrors),
                    "Check that the command is Claude Code, and give it more time on a busy machine.");
        }
    }

    /**
     * There is no session to resume under this id.
     *
     * @param sessionId the id
     */
    record SessionNotFound(UUID sessionId) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "There is no conversation with the id " + sessionId + ".",
                    "Start a new session, or check that HOME and CLAUDE_CONFIG_DIR are the ones it was made with.");
        }

        @Override
        public List<Choice> choices() {
            return List.of(Choice.TRY_AGAIN, Choice.START_AFRESH);
        }
    }

    /**
     * A new session was to get an id that one already has.
     *
     * @param sessionId the id
     */
    record SessionInUse(UUID sessionId) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The session id " + sessionId + " is already in use.", "Resume it instead, or choose another id.");
        }
    }

    /**
     * Another process has the session. Two at once would each go on with a history of their own, of which one is lost.
     *
     * @param sessionId the id
     * @param pid the process that has it; 0 where that is not known
     */
    record SessionBusy(UUID sessionId, long pid) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The session " + sessionId + " is open in another process" + (pid == 0 ? "." : " (" + pid + ")."),
                    "Close it there first.");
        }
    }

    /**
     * The CLI has no valid login.
     *
     * @param text its words
     */
    record NotLoggedIn(String text) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code is not logged in: " + text,
                    "Run 'claude' in a terminal and log in, or set ANTHROPIC_API_KEY for it.");
        }
    }

    /**
     * The CLI is older than this library can work with.
     *
     * @param found its version
     * @param required the oldest version that works
     */
    record VersionTooOld(String found, String required) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code " + found + " is too old; " + required + " or newer is needed.",
                    "Update it with 'claude update'.");
        }
    }

    /**
     * The process ended on its own.
     *
     * @param exitCode its exit code; 128 + n after signal n
     * @param lastErrors its last lines on stderr
     */
    record ProcessDied(int exitCode, List<String> lastErrors) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code ended with exit code " + exitCode + "." + Lines.quoted(lastErrors),
                    "Start it again and resume the session.");
        }
    }

    /**
     * The process closed its input or output although it still runs.
     *
     * @param lastErrors its last lines on stderr
     */
    record Disconnected(List<String> lastErrors) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code closed its input or output while it was still running." + Lines.quoted(lastErrors),
                    "Start it again and resume the session.");
        }
    }

    /**
     * The process was to end, but it or something that it started lives on in spite of everything, as when it belongs to another user.
     *
     * @param pid the process id; 0 where there is none
     */
    record StillAlive(long pid) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The process " + pid + " could not be ended.", "End it by hand before the session is used again.");
        }
    }

    /** The process was closed by its owner. */
    record Closed() implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation("This Claude process was closed.", "Start another one and resume the session.");
        }
    }

    /** The process does not read what is sent to it, and too much is waiting already. */
    record InputBlocked() implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code does not read its input.", "Wait for the running turn, or close the process.");
        }
    }

    /**
     * A control request was refused.
     *
     * @param request its name
     * @param reason the CLI's words
     * @param code the CLI's code; empty where it gives none
     */
    record RequestRefused(String request, String reason, String code) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code refused " + request + ": " + reason,
                    code.equals("unsupported_request")
                            ? "Update Claude Code; this version does not have it."
                            : "Correct the request.");
        }
    }

    /**
     * A control request was not answered in time.
     *
     * @param request its name
     * @param waited how long it was given
     */
    record RequestTimeout(String request, Duration waited) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code did not answer " + request + " within " + waited.toMillis() + " ms.",
                    "Try again; close the process if it stays silent.");
        }
    }

    /**
     * What was asked for is not possible now.
     *
     * @param what the request
     * @param reason why not
     * @param nextStep what to do
     */
    record NotPossible(String what, String reason, String nextStep) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(what + " is not possible: " + reason + ".", nextStep);
        }
    }

    /**
     * There is no whole answer to the one question of a script.
     *
     * @param outcome how the turn ended
     * @param text what there is: a part of the answer, or the CLI's words about the failure
     */
    record NoAnswer(String outcome, String text) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "There is no whole answer (" + outcome + "): " + text,
                    "Ask again, or start a ClaudeProcess and look at the result of its turn.");
        }
    }

    /**
     * The command does not tell a version.
     *
     * @param said its first lines
     */
    record VersionUnknown(List<String> said) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The command does not tell a version of Claude Code." + Lines.quoted(said),
                    "Check that the command is Claude Code, by running it with --version.");
        }
    }

    /**
     * Nothing came from the CLI for a long time within a turn. It may still go on.
     *
     * @param silence how long
     */
    record Silent(Duration silence) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "Claude Code has said nothing for " + silence.toSeconds() + " s.", "Wait, or interrupt the turn.");
        }
    }

    /**
     * A callback of the host threw.
     *
     * @param callback which one
     * @param failure what it threw
     */
    record CallbackFailed(String callback, Throwable failure) implements ClaudeError {
        @Override
        public Explanation explanation() {
            return new Explanation(
                    "The callback " + callback + " failed: " + failure + ".",
                    "Correct the callback; the conversation goes on without it.");
        }
    }
}
