package io.github.claudebridge.telegram.testing.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.testing.TextEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntityRepairTest {

    private static final List<String> TYPES =
            List.of("bold", "italic", "spoiler", "code", "pre", "blockquote", "expandable_blockquote", "text_link");
    private static final int LENGTH = 12;

    @Test
    void whatever_comes_in_nests_properly_when_it_comes_out() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            List<TextEntity> given = anyEntities(random);
            List<TextEntity> repaired = new EntityRepair(line -> {}).repair(given);
            String what = "seed " + seed + ": " + given + " became " + repaired;

            for (TextEntity one : repaired) {
                assertThat(one.length()).as(what).isPositive();
                for (TextEntity other : repaired.subList(repaired.indexOf(one) + 1, repaired.size())) {
                    assertThat(mayCoexist(one, other)).as(what).isTrue();
                }
            }
        }
    }

    @Test
    void what_has_been_repaired_needs_no_repair_and_no_warning() {
        long seed = 43;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            List<TextEntity> repaired = new EntityRepair(line -> {}).repair(anyEntities(random));
            List<String> warnings = new ArrayList<>();

            List<TextEntity> again = new EntityRepair(warnings::add).repair(repaired);

            assertThat(again).as("seed " + seed).isEqualTo(repaired);
            assertThat(warnings).as("seed " + seed + ": " + repaired).isEmpty();
        }
    }

    private static List<TextEntity> anyEntities(Random random) {
        List<TextEntity> entities = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            int offset = random.nextInt(LENGTH);
            int length = 1 + random.nextInt(LENGTH - offset);
            entities.add(new TextEntity(type, offset, length, type.equals("text_link") ? "https://e.org/" : ""));
        }
        return entities;
    }

    private static boolean mayCoexist(TextEntity a, TextEntity b) {
        if (a.offset() >= b.end() || b.offset() >= a.end()) {
            return true;
        }
        boolean aIsOuter = a.length() >= b.length();
        TextEntity outer = aIsOuter ? a : b;
        TextEntity inner = aIsOuter ? b : a;
        boolean nested = outer.offset() <= inner.offset() && inner.end() <= outer.end();
        boolean sameKind = a.type().equals(b.type()) || (EntityKind.isQuote(a.type()) && EntityKind.isQuote(b.type()));
        boolean bothWhole = !EntityKind.isSplittable(a.type()) && !EntityKind.isSplittable(b.type());
        boolean quoted = EntityKind.isQuote(outer.type()) || EntityKind.isQuote(inner.type());
        boolean code = EntityKind.isCode(a.type()) || EntityKind.isCode(b.type());
        return nested && !sameKind && (!bothWhole || quoted) && (!code || quoted);
    }
}
