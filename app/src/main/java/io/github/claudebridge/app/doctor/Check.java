package io.github.claudebridge.app.doctor;

import java.util.List;

/** Looks at one thing that the bot needs. Reads only. */
@FunctionalInterface
public interface Check {

    /** What there is to tell, at least one finding. Blocks for a minute at most. */
    List<Finding> look();
}
