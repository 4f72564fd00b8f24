/**
 * How much may be spent in a day, by all sessions together and by each. Enter at {@link io.github.claudebridge.telegram.budget.Budgets}.
 */
@NullMarked
package io.github.claudebridge.telegram.budget;

import org.jspecify.annotations.NullMarked;
