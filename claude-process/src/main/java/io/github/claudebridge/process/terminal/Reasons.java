package io.github.claudebridge.process.terminal;

/** Why there is no terminal, in one line: the innermost words that there are. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String words =
                String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
        return innermost instanceof LinkageError ? innermost.getClass().getSimpleName() + ", " + words : words;
    }
}
