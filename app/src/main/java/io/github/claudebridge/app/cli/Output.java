package io.github.claudebridge.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command says what it has to say. A mixin; not thread-safe. */
@Command
public final class Output {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    /** For what the command was asked for. */
    public PrintWriter out() {
        return command().getOut();
    }

    /** For people who look on. */
    public PrintWriter err() {
        return command().getErr();
    }

    /** The command as it was given. */
    public CommandLine command() {
        return spec.commandLine();
    }

    /** The command line is wrong; the text says what is. */
    public ParameterException wrong(String text) {
        return new ParameterException(command(), text);
    }
}
