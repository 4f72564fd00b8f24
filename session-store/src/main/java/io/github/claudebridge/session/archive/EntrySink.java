package io.github.claudebridge.session.archive;

import java.time.Instant;

/** Takes the checked entries of an archive, one after the other. What it throws ends the reading. */
interface EntrySink {

    /** Takes them and does nothing. */
    EntrySink NOTHING = new EntrySink() {
        @Override
        public void folder(EntryPath path, int mode) {}

        @Override
        public void beginFile(EntryPath path, long size) {}

        @Override
        public void write(byte[] buffer, int length) {}

        @Override
        public void endFile(int mode, Instant modifiedAt) {}

        @Override
        public void link(EntryPath path, String target) {}
    };

    void folder(EntryPath path, int mode);

    void beginFile(EntryPath path, long size);

    void write(byte[] buffer, int length);

    void endFile(int mode, Instant modifiedAt);

    void link(EntryPath path, String target);
}
