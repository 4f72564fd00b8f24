package io.github.claudebridge.app.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words for people. */
final class Reasons {

    private Reasons() {}

    static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "this user has no permission.";
        }
        if (e instanceof NoSuchFileException) {
            return "it does not exist.";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8 text.";
        }
        return e.getMessage() + ".";
    }
}
