package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.telegram.program.Program;
import io.github.claudebridge.telegram.program.ProgramResult;
import io.github.claudebridge.telegram.program.ProgramRunner;
import java.nio.file.Path;
import java.util.List;

/** Makes text of voice messages with a program of the host: what that prints is the text. Thread-safe. */
public final class Transcriber {

    /** Stands for the file among the words of the program. */
    public static final String FILE = "{file}";

    private static final int LONGEST = 50_000;

    private final Program program;
    private final ProgramRunner runner;

    /**
     * @param program with {@link #FILE} where the file belongs
     */
    public Transcriber(Program program, ProgramRunner runner) {
        this.program = program;
        this.runner = runner;
    }

    /**
     * Makes text of a file; blocks until the program has ended.
     *
     * @param file absolute
     * @return what was said; not blank
     * @throws TranscriptException if nothing comes of it; the message says why
     */
    String transcribe(Path file) throws TranscriptException {
        List<String> words = program.words().stream()
                .map(word -> word.replace(FILE, file.toString()))
                .toList();
        ProgramResult result = runner.start(new Program(words, program.limit()), List.of(), Path.of("/"))
                .result()
                .join();
        if (!result.isSuccess()) {
            throw new TranscriptException(FileWords.transcriberFailed(result, program.limit()));
        }
        String text = result.output().strip();
        if (text.isEmpty()) {
            throw new TranscriptException(FileWords.NOTHING_HEARD);
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
