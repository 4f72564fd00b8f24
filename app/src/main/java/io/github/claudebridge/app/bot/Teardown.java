package io.github.claudebridge.app.bot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How something that has several parts is brought to its end. */
final class Teardown {

    private static final Logger LOG = LoggerFactory.getLogger(Teardown.class);

    private Teardown() {}

    /** Does the steps in this order; one that fails is logged and does not keep the rest from being done. */
    static void all(Runnable... steps) {
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException | Error e) {
                LOG.error("Something was not ended as it should.", e);
            }
        }
    }
}
