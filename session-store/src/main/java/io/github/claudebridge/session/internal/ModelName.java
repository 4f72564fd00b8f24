package io.github.claudebridge.session.internal;

import java.util.regex.Pattern;

/** The rule for names of models: they reach a command line or a request, so nothing else is let through. */
public final class ModelName {

    /** What a model must be, for a message that names a field first. */
    public static final String RULE =
            "must be an alias or id such as opus: 1 to 128 letters, digits and . _ : @ / [ ] -";

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@/\\[\\]-]{0,127}");

    private ModelName() {}

    /** Whether this can be an alias or an id. */
    public static boolean isValid(String model) {
        return PATTERN.matcher(model).matches();
    }
}
