package io.github.claudebridge.telegram.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.SessionEntry;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionAccessTest {

    private static final long ANN = 7;
    private static final long BOB = 8;
    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    private Path home;

    private SessionStore store;
    private SessionAccess access;

    @BeforeEach
    void create() {
        store = SessionStore.open(home);
        store.create(WORK, "default");
        access = new SessionAccess(store);
    }

    @Test
    void a_session_of_nobody_is_everybody_s() {
        assertThat(access.mayUse(ANN, WORK)).isTrue();
        assertThat(access.owns(BOB, WORK)).isTrue();
        assertThat(access.visible(BOB)).hasSize(1);
    }

    @Test
    void a_session_of_somebody_is_invisible_to_others() {
        access.own(WORK, ANN);

        assertThat(access.mayUse(BOB, WORK)).isFalse();
        assertThat(access.visible(BOB)).isEmpty();
        assertThat(access.visible(ANN)).extracting(SessionEntry::name).containsExactly(WORK);
    }

    @Test
    void whom_it_is_shared_with_may_use_it_but_does_not_own_it_until_it_is_taken_back() {
        access.own(WORK, ANN);
        access.share(WORK, BOB);

        assertThat(access.mayUse(BOB, WORK)).isTrue();
        assertThat(access.owns(BOB, WORK)).isFalse();
        access.unshare(WORK, BOB);
        assertThat(access.mayUse(BOB, WORK)).isFalse();
    }

    @Test
    void I_18_what_stands_in_the_folder_shares_nothing() throws IOException {
        access.own(WORK, ANN);
        Path metadata = store.get(WORK).directory().resolve("metadata.json");
        Files.writeString(
                metadata, Files.readString(metadata).replaceFirst("\\{", "{ \"owner\": 8, \"shared_with\": [8],"));

        assertThat(access.mayUse(BOB, WORK)).isFalse();
    }

    @Test
    void a_session_whose_rights_are_damaged_is_nobody_s() throws IOException {
        Files.writeString(home.resolve("state/grants/work.json"), "{");

        assertThat(access.mayUse(ANN, WORK)).isFalse();
    }

    @Test
    void a_session_that_is_not_there_is_nobody_s() {
        assertThat(access.mayUse(ANN, SessionName.of("gone"))).isFalse();
    }

    @Test
    void an_archive_stays_its_owner_s() {
        access.own(WORK, ANN);
        access.archived(access.owner(WORK), "work-1.tar.gz");

        assertThat(access.mayRestore(ANN, "work-1.tar.gz")).isTrue();
        assertThat(new SessionAccess(store).mayRestore(BOB, "work-1.tar.gz")).isFalse();
        assertThat(access.mayRestore(BOB, "of-nobody.tar.gz")).isTrue();
    }
}
