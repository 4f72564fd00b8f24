package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.event.MessageLifecycle;
import io.github.claudebridge.process.event.MessageLifecycle.State;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.Usage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnBookTest {

    private static final UUID SESSION = new UUID(9, 9);

    private final TurnBook book = new TurnBook();

    private OpenTurn waiting(String text) {
        OpenTurn turn = OpenTurn.of(Prompt.of(text));
        book.add(turn);
        return turn;
    }

    private OpenTurn sent(String text) {
        OpenTurn turn = OpenTurn.of(Prompt.of(text));
        book.markSent(turn);
        return turn;
    }

    private void lifecycle(OpenTurn turn, State state) {
        book.lifecycle(new MessageLifecycle(turn.promptId().toString(), state));
    }

    private static ResultMessage report(@Nullable String origin, OpenTurn... about) {
        return new ResultMessage(
                SESSION.toString(),
                "success",
                false,
                "completed",
                "text",
                List.of(),
                OptionalInt.empty(),
                Usage.NONE,
                Duration.ZERO,
                1,
                0,
                OptionalDouble.empty(),
                origin,
                Stream.of(about).map(turn -> turn.promptId().toString()).toList(),
                null,
                null,
                List.of());
    }

    @Test
    void gives_one_prompt_at_a_time_in_order() {
        OpenTurn first = waiting("1");
        OpenTurn second = waiting("2");
        assertThat(book.next()).isSameAs(first);
        assertThat(book.next()).isNull();
        assertThat(book.reported(report(null))).containsExactly(first);
        assertThat(book.next()).isSameAs(second);
    }

    @Test
    void a_report_is_about_the_prompts_that_it_lists() {
        OpenTurn first = sent("1");
        OpenTurn second = sent("2");
        lifecycle(first, State.QUEUED);
        assertThat(book.reported(report(null, second))).containsExactly(second);
        assertThat(book.find(first.promptId())).isSameAs(first);
    }

    @Test
    void a_report_is_also_about_started_prompts_that_its_short_list_leaves_out() {
        List<OpenTurn> turns =
                IntStream.range(0, 99).mapToObj(i -> sent("p" + i)).toList();
        turns.forEach(turn -> lifecycle(turn, State.QUEUED));
        turns.forEach(turn -> lifecycle(turn, State.STARTED));
        OpenTurn[] listed = turns.subList(0, 64).toArray(OpenTurn[]::new);
        assertThat(book.reported(report(null, listed))).containsExactlyElementsOf(turns);
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void a_folded_prompt_ends_with_the_turn_it_was_folded_into() {
        OpenTurn running = sent("1");
        OpenTurn steered = sent("2");
        lifecycle(running, State.STARTED);
        lifecycle(steered, State.STARTED);
        lifecycle(steered, State.COMPLETED);
        assertThat(book.reported(report(null, running))).containsExactly(running, steered);
    }

    @Test
    void a_turn_nobody_asked_for_ends_no_prompt() {
        OpenTurn queued = sent("1");
        lifecycle(queued, State.QUEUED);
        assertThat(book.reported(report("task-notification"))).isEmpty();
        assertThat(book.find(queued.promptId())).isSameAs(queued);
    }

    @Test
    void a_prompt_that_is_withdrawn_or_known_ends_without_a_report() {
        OpenTurn withdrawn = sent("1");
        OpenTurn known = sent("2");
        assertThat(book.lifecycle(new MessageLifecycle(withdrawn.promptId().toString(), State.CANCELLED)))
                .isSameAs(withdrawn);
        assertThat(book.lifecycle(new MessageLifecycle(known.promptId().toString(), State.COMPLETED)))
                .isSameAs(known);
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void the_lifecycle_of_foreign_messages_changes_nothing() {
        OpenTurn mine = sent("1");
        assertThat(book.lifecycle(new MessageLifecycle("someone else's", State.CANCELLED)))
                .isNull();
        assertThat(book.find(mine.promptId())).isSameAs(mine);
    }

    @Test
    void an_older_cli_reports_in_the_order_of_the_prompts() {
        OpenTurn first = sent("1");
        OpenTurn second = sent("2");
        assertThat(book.reported(report(null))).containsExactly(first);
        assertThat(book.reported(report(null))).containsExactly(second);
        assertThat(book.reported(report(null))).isEmpty();
    }
}
