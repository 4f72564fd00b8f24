package io.github.claudebridge.app.cli;

import io.github.claudebridge.session.InvalidSessionNameException;
import io.github.claudebridge.session.SessionName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a session's name from the command line. Thread-safe. */
public final class SessionNameConverter implements ITypeConverter<SessionName> {
    @Override
    public SessionName convert(String value) {
        try {
            return SessionName.of(value);
        } catch (InvalidSessionNameException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
