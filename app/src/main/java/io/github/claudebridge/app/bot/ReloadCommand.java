package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.control.HomeAccess;
import io.github.claudebridge.app.control.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets the bot that runs read its configuration again. */
@Command(
        name = "reload",
        description = "Let the bot that runs read its configuration again; SIGHUP does the same.",
        footer = {
            "",
            "What can change at run time is in force at once; the rest is named, and needs a restart.",
            "",
            "Exit codes: 0 done, 69 no bot runs with this home, 78 the configuration is wrong and the old one stays."
        })
public final class ReloadCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        return new HomeAccess(home.config().home(), output).askBot("Reloading", new Request.Reload());
    }
}
