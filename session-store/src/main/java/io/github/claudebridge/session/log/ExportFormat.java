package io.github.claudebridge.session.log;

/** The kinds of files that a log can be exported to. */
public enum ExportFormat {
    /** Markdown text. */
    MARKDOWN("md"),
    /** One HTML page that needs nothing else, light or dark as the reader prefers. */
    HTML("html"),
    /** One JSON array of all entries. */
    JSON("json");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** The usual extension of such a file, without a dot. */
    public String extension() {
        return extension;
    }
}
