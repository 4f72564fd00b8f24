package io.github.claudebridge.session.log;

/** What an entry says, as plain text. */
final class EntryText {

    private EntryText() {}

    /** The word for its kind. */
    static String kind(LogEntry entry) {
        if (entry instanceof LogEntry.Prompt) {
            return "prompt";
        } else if (entry instanceof LogEntry.Answer) {
            return "answer";
        } else if (entry instanceof LogEntry.ToolUse) {
            return "tool";
        } else if (entry instanceof LogEntry.FileMoved) {
            return "file";
        } else if (entry instanceof LogEntry.PermissionDecision) {
            return "permission";
        } else if (entry instanceof LogEntry.Turn) {
            return "turn";
        } else if (entry instanceof LogEntry.Failure) {
            return "failure";
        } else if (entry instanceof LogEntry.Note) {
            return "note";
        }
        return "other";
    }

    /** What a search looks at. */
    static String of(LogEntry entry) {
        if (entry instanceof LogEntry.Prompt prompt) {
            return prompt.text();
        } else if (entry instanceof LogEntry.Answer answer) {
            return answer.text();
        } else if (entry instanceof LogEntry.ToolUse use) {
            return use.tool() + " " + use.input();
        } else if (entry instanceof LogEntry.FileMoved file) {
            return file.path();
        } else if (entry instanceof LogEntry.PermissionDecision decision) {
            return decision.tool() + (decision.allowed() ? " allowed by " : " denied by ") + decision.by();
        } else if (entry instanceof LogEntry.Failure failure) {
            return failure.text();
        } else if (entry instanceof LogEntry.Note note) {
            return note.text();
        } else if (entry instanceof LogEntry.Unknown unknown) {
            return unknown.json();
        }
        return "";
    }
}
