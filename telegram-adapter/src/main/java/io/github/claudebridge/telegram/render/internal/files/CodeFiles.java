package io.github.claudebridge.telegram.render.internal.files;

import io.github.claudebridge.telegram.render.Attachment;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that code becomes. Stateless; safe for use by many threads. */
final class CodeFiles {

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("bash", "sh"),
            Map.entry("console", "txt"),
            Map.entry("csharp", "cs"),
            Map.entry("c++", "cpp"),
            Map.entry("elixir", "ex"),
            Map.entry("golang", "go"),
            Map.entry("haskell", "hs"),
            Map.entry("javascript", "js"),
            Map.entry("julia", "jl"),
            Map.entry("kotlin", "kt"),
            Map.entry("latex", "tex"),
            Map.entry("makefile", "mk"),
            Map.entry("markdown", "md"),
            Map.entry("objective-c", "m"),
            Map.entry("perl", "pl"),
            Map.entry("plaintext", "txt"),
            Map.entry("powershell", "ps1"),
            Map.entry("python", "py"),
            Map.entry("ruby", "rb"),
            Map.entry("rust", "rs"),
            Map.entry("shell", "sh"),
            Map.entry("terraform", "tf"),
            Map.entry("text", "txt"),
            Map.entry("typescript", "ts"),
            Map.entry("yml", "yaml"),
            Map.entry("zsh", "sh"));
    private static final int MAX_EXTENSION = 5;

    private CodeFiles() {}

    static Attachment of(int number, @Nullable String language, String code) {
        String extension = extension(language);
        String mediaType = extension.equals("md") ? "text/markdown" : "text/plain";
        return new Attachment("code-" + number + "." + extension, mediaType, code);
    }

    /** A short language name is most often the extension too. */
    private static String extension(@Nullable String language) {
        if (language == null) {
            return "txt";
        }
        String name = language.toLowerCase(Locale.ROOT);
        boolean usable = name.length() <= MAX_EXTENSION
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        return EXTENSIONS.getOrDefault(name, usable ? name : "txt");
    }
}
