package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a URL does not say itself. */
final class JdbcUrlTest {
    private static final String COMMON =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=64";

    @Test
    void aFileIsSharedAndSafeFromAKill() {
        assertThat(JdbcUrl.normalised("jdbc:h2:./data/gangway"))
                .isEqualTo("jdbc:h2:./data/gangway" + COMMON + ";WRITE_DELAY=0;AUTO_SERVER=TRUE");
        assertThat(JdbcUrl.normalised("jdbc:h2:file:/data/x;AUTO_SERVER=FALSE;write_delay=5"))
                .isEqualTo("jdbc:h2:file:/data/x;AUTO_SERVER=FALSE;write_delay=5" + COMMON);
    }

    @Test
    void memoryIsNeither() {
        assertThat(JdbcUrl.normalised("jdbc:h2:mem:x")).isEqualTo("jdbc:h2:mem:x" + COMMON);
    }

    @Test
    void aServerSharesByItself() {
        assertThat(JdbcUrl.normalised("jdbc:h2:tcp://localhost/x"))
                .isEqualTo("jdbc:h2:tcp://localhost/x" + COMMON + ";WRITE_DELAY=0");
    }

    @Test
    void postgresqlNeedsNothing() {
        assertThat(JdbcUrl.normalised("jdbc:postgresql://db/gangway?user=u"))
                .isEqualTo("jdbc:postgresql://db/gangway?user=u");
    }

    @Test
    void anotherDatabaseIsRefusedWithoutRepeatingTheUrl() {
        assertThatThrownBy(() -> Database.open(DatabaseSettings.of("jdbc:mysql://u:hunter2@db/x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
        assertThat(DatabaseSettings.of("jdbc:h2:mem:x;PASSWORD=hunter2").toString())
                .doesNotContain("hunter2");
    }
}
