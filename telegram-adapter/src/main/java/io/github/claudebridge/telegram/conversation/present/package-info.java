/**
 * What people see of a turn while Claude works and when it is done, in the three output modes. Enter at
 * {@link io.github.claudebridge.telegram.conversation.present.Views}, which opens a view for each turn; the view hears the events of the
 * turn and speaks to the {@link io.github.claudebridge.telegram.conversation.Chat}.
 */
@NullMarked
package io.github.claudebridge.telegram.conversation.present;

import org.jspecify.annotations.NullMarked;
