package io.github.claudebridge.app.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.JsonOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.config.Overrides;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether everything is there that the bot needs. */
@Command(
        name = "doctor",
        description = "Look whether everything is there that the bot needs, and say what to do about what is not.",
        footer = {
            "",
            "Nothing is changed, and no secret is shown. Run it as the user that the bot runs as.",
            "",
            "Exit codes: 0 the bot works, 1 something has to be mended first, 2 wrong command line."
        })
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        List<Finding> findings =
                new Doctor(HomeOption.loader()).examine(new Overrides(home.folder(), null, null, null, null));
        PrintWriter out = output.out();
        if (json.isWanted()) {
            out.println(json(findings));
        } else {
            print(findings, out);
        }
        return findings.stream().anyMatch(finding -> finding.level() == Level.FAILURE) ? 1 : 0;
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.printf("%-8s %-14s %s%n", finding.level().word(), finding.subject(), finding.text());
            if (!finding.nextStep().isEmpty()) {
                out.printf("%-23s -> %s%n", "", finding.nextStep());
            }
        }
    }

    private static String json(List<Finding> findings) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Finding finding : findings) {
            all.addObject()
                    .put("level", finding.level().word())
                    .put("subject", finding.subject())
                    .put("text", finding.text())
                    .put("next_step", finding.nextStep());
        }
        return all.toPrettyString();
    }
}
