package io.github.claudebridge.app;

import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class KillMatrixIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillMatrixIT.class);

    /** {@code -Dbot.kills=300} for the long form; continuous integration runs 30. */
    private static final int KILLS = Integer.getInteger("bot.kills", 5);

    private static final long SEED = Long.getLong("bot.seed", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    void I_12_whenever_the_bot_is_killed_nothing_is_lost_and_nothing_repeated_without_a_decision() throws Exception {
        String run = "bot.seed=" + SEED + " bot.kills=" + KILLS;
        try (FakeTelegram telegram = FakeTelegram.start()) {
            KillMatrix matrix = new KillMatrix(folder, telegram, SEED, KILLS);
            matrix.run();
            matrix.check(run);
            LOG.warn("{}: {} decisions, {} answers came twice", run, matrix.decisions(), matrix.repeated());
        }
    }
}
