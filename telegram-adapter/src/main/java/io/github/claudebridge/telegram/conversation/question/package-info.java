/**
 * What Claude asks its user, and what the user allows it: permissions, questions, plans, the mode of a session and the trust in its
 * folder. Enter at {@link io.github.claudebridge.telegram.conversation.question.SessionQuestions}; what is asked and what an answer
 * means is in the immutable dialogs, who is asked, how long and what then, in {@code OpenQuestion}.
 */
@NullMarked
package io.github.claudebridge.telegram.conversation.question;

import org.jspecify.annotations.NullMarked;
