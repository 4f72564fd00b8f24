package io.github.claudebridge.app.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads what to write from a pipe: one line after the other, each when the one before is done, or asks something. Not thread-safe. */
final class PipedInput {

    private final BufferedReader in;
    private final TerminalTalk talk;
    private final OpenChoices choices;

    PipedInput(BufferedReader in, TerminalTalk talk, OpenChoices choices) {
        this.in = in;
        this.talk = talk;
        this.choices = choices;
    }

    /** Returns when everything is done; a question that no line answers stays open. */
    void run() throws IOException, InterruptedException {
        List<CompletableFuture<Void>> open = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                open.add(talk.write(line));
                await(open);
            }
        }
    }

    private void await(List<CompletableFuture<Void>> open) throws InterruptedException {
        CompletableFuture<Void> all = CompletableFuture.allOf(open.toArray(CompletableFuture[]::new));
        CompletableFuture<Void> unused = all.whenComplete((done, failure) -> wake());
        synchronized (choices) {
            while (!all.isDone() && choices.isEmpty()) {
                choices.wait();
            }
        }
    }

    private void wake() {
        synchronized (choices) {
            choices.notifyAll();
        }
    }
}
