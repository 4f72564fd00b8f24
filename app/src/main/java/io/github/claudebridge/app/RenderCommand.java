package io.github.claudebridge.app;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.telegram.render.MarkdownRenderer;
import io.github.claudebridge.telegram.render.MessagesJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what becomes of an answer's Markdown, for bug reports and checks. */
@Command(
        name = "render",
        description = "Print the Telegram messages that an answer in Markdown becomes, as JSON.",
        footer = {"", "Each message is an object of 'text' and 'entities', as the Bot API's sendMessage takes them."})
final class RenderCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Markdown in UTF-8; without a file, or with -, it is read from the standard input.")
    private @Nullable Path file;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        output.out().println(MessagesJson.of(new MarkdownRenderer().render(markdown())));
        return 0;
    }

    private String markdown() throws StartException {
        boolean fromInput = file == null || file.toString().equals("-");
        try {
            byte[] bytes = fromInput ? System.in.readAllBytes() : Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartException(ExitCode.NO_INPUT, (fromInput ? "The standard input" : file) + " cannot be read.");
        }
    }
}
