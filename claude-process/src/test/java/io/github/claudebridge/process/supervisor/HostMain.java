package io.github.claudebridge.process.supervisor;

import static io.github.claudebridge.process.supervisor.FakeConversations.ask;

import io.github.claudebridge.process.Prompt;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A host in a JVM of its own, to be killed: has one conversation that runs a tool, and one that is idle. */
public final class HostMain {

    private HostMain() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments the folder of the conversations, and how long the tool runs, in seconds
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        FakeConversations conversations = new FakeConversations(folder);
        Supervisor supervisor =
                conversations.supervisor().stateFolder(folder.resolve("state")).build();
        ask(supervisor, "idle", "say hello");
        ask(supervisor, "works", "say hello");
        supervisor.send("works", Prompt.of("tool Bash sleep " + arguments[1]));
        new CountDownLatch(1).await();
    }
}
