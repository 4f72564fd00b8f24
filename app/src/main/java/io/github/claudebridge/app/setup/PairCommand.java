package io.github.claudebridge.app.setup;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.telegram.access.PairedUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets somebody in. */
@Command(
        name = "pair",
        description = "Show a code; whoever sends it to the bot is served from then on.",
        footer = {
            "",
            "The code works once, for ten minutes, and for five tries. Works beside the bot that runs, and without one.",
            "",
            "Exit codes: 0 done, 66 nobody with this number is paired, 75 nobody sent the code, 78 wrong configuration."
        })
public final class PairCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--list", description = "Only list who is paired.")
    private boolean list;

    @Option(names = "--remove", paramLabel = "ID", description = "Serve this person no more.")
    private @Nullable Long remove;

    @Override
    public Integer call() throws StartException {
        Path folder = home.config().home();
        if (!list && remove == null) {
            new PairingTalk(output.out()).pair(folder);
            return 0;
        }
        Path state = folder.resolve("state");
        if (!Files.isDirectory(state)) {
            throw new StartException(ExitCode.NO_INPUT, "There is no home in " + folder + ".");
        }
        PairedUsers paired = new PairedUsers(state);
        if (list) {
            paired.ids().forEach(output.out()::println);
        } else if (remove != null) {
            if (!paired.ids().contains(remove)) {
                throw new StartException(
                        ExitCode.NO_INPUT,
                        remove + " is not paired. People in telegram.allowed_users are removed there.");
            }
            paired.remove(remove);
        }
        return 0;
    }
}
