package io.github.claudebridge.app.send;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.cli.Terminal;
import io.github.claudebridge.app.control.HomeAccess;
import io.github.claudebridge.app.control.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says something in the chat, for scripts. */
@Command(
        name = "send",
        description = "Send a text in Markdown, or files, to the chat.",
        footer = {
            "",
            "Without TEXT and files the text is read from the standard input: df -h | claude-bridge send",
            "Works beside the bot that runs, and without one. It is stored before it is sent.",
            "",
            "Exit codes: 0 delivered, or stored where Telegram cannot be reached; 65 too long, 66 no such file, 69 the chat"
                    + " does not take it, 75 the home is in use, 78 wrong configuration."
        })
public final class SendCommand implements Callable<Integer> {

    /** As much as fits into some sixty messages. */
    private static final int LONGEST = 256 * 1024;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final Output output = new Output();

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "What to say.")
    private @Nullable String text;

    @Option(names = "--file", paramLabel = "FILE", description = "A file to send; may be given several times.")
    private List<Path> files = List.of();

    @Option(names = "--chat", paramLabel = "ID", description = "The number of the chat (default: the owner's).")
    private @Nullable Long chat;

    @Option(names = "--topic", paramLabel = "ID", description = "The number of a topic of the chat.")
    private long topic;

    @Option(names = "--silent", description = "Let the phone be quiet. Files never ring.")
    private boolean silent;

    @Override
    public Integer call() throws StartException {
        Request.Send request = new Request.Send(chat, topic, markdown(), files(), silent);
        return new HomeAccess(home.config().home(), output)
                .run("Sending", request, report -> LoneMail.send(home.full(), request, report));
    }

    private String markdown() throws StartException {
        String said = text;
        if (said == null && files.isEmpty()) {
            if (Terminal.get().isPresent()) {
                throw output.wrong("Say a TEXT, name a --file, or pipe the text in.");
            }
            said = input();
        } else if (said != null && said.isBlank()) {
            throw output.wrong("The text is empty.");
        }
        if (said != null && said.length() > LONGEST) {
            throw new StartException(
                    ExitCode.WRONG_DATA, "The text is longer than " + LONGEST + " characters. Send it as a --file.");
        }
        return said == null ? "" : said;
    }

    private static String input() throws StartException {
        try {
            String said = new String(System.in.readNBytes(4 * LONGEST + 4), StandardCharsets.UTF_8);
            if (said.isBlank()) {
                throw new StartException(ExitCode.WRONG_DATA, "There was nothing on the standard input.");
            }
            return said;
        } catch (IOException e) {
            throw new StartException(ExitCode.NO_INPUT, "The standard input cannot be read: " + e.getMessage());
        }
    }

    /** Absolute and without links, which the bot does not follow. */
    private List<Path> files() throws StartException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            try {
                if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                    throw new StartException(ExitCode.NO_INPUT, "There is no file " + file + " that can be read.");
                }
                found.add(file.toRealPath());
            } catch (IOException e) {
                throw new StartException(ExitCode.NO_INPUT, file + " cannot be read: " + e.getMessage());
            }
        }
        return found;
    }
}
