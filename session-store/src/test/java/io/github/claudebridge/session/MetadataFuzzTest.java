package io.github.claudebridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.session.internal.BadJsonException;
import io.github.claudebridge.session.internal.Json;
import java.math.BigDecimal;
import java.time.Instant;

/** Whatever stands in the file: it is refused by name, or it can be edited and read again. */
class MetadataFuzzTest {

    private static final SessionName WORK = SessionName.of("work");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @FuzzTest
    void what_is_accepted_can_be_edited_and_read_again(byte[] content) throws BadJsonException {
        ObjectNode node;
        Metadata found;
        try {
            node = MetadataMigration.toCurrent(Json.parse(content));
            found = MetadataCodec.read(WORK, node);
        } catch (BadJsonException refused) {
            assertThat(refused.fault()).isNotEmpty();
            return;
        }
        int fields = node.size();

        new MetadataEdit(found, node).turnCompleted(NOON, BigDecimal.ONE).noProcess();
        ObjectNode again = Json.parse(Json.pretty(node));

        assertThat(again.size()).isGreaterThanOrEqualTo(fields);
        if (found.totalCostUsd().compareTo(BigDecimal.valueOf(1_000_000_000L)) < 0) {
            Metadata edited = MetadataCodec.read(WORK, again);
            assertThat(edited.turns()).isEqualTo(found.turns() + 1);
            assertThat(edited.createdAt()).isEqualTo(found.createdAt());
            assertThat(edited.model()).isEqualTo(found.model());
            assertThat(edited.lastActivityAt()).isEqualTo(NOON);
        }
    }
}
