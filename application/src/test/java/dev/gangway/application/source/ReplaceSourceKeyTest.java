package dev.gangway.application.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.KeyDraft;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A new key is compared with those of the user's other sources, while the key of the fingerprints changes too. */
class ReplaceSourceKeyTest {
    private static final CredentialRules RULES = new CredentialRules(Set.of());

    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final Registered first = gangway.register(sixpence, RequestBuilder.of("user@example.com"));
    private final SourceKeys keys = gangway.ports().sourceKeys();

    /** Others' calls, between this one's look and its write. */
    private final class Meanwhile implements SourceKeys {
        private final Runnable happens;
        private int times;

        Meanwhile(int times, Runnable happens) {
            this.times = times;
            this.happens = happens;
        }

        @Override
        public @Nullable KeyHolder find(UserId user, SourceId source) {
            return keys.find(user, source);
        }

        @Override
        public Set<String> ringKeys(UserId user) {
            return keys.ringKeys(user);
        }

        @Override
        public Replaced replace(NewKey key, AuditEntry audit) {
            if (times-- > 0) {
                happens.run();
            }
            return keys.replace(key, audit);
        }
    }

    private ReplaceSourceKey.Outcome replace(SourceKeys with, String apiKey) {
        return new ReplaceSourceKey(
                        with,
                        gangway.crypto().vault(),
                        gangway.crypto().fingerprints(),
                        RULES,
                        gangway.ids(),
                        gangway.clock())
                .execute(new ReplaceSourceKey.Command(
                        first.userId(),
                        first.sources().get(0).id(),
                        new KeyDraft(apiKey, "a-secret-of-it", null),
                        InMemoryGangway.ORIGIN));
    }

    /** A second source, fingerprinted under the next key of the ring. */
    private void second(String apiKey) {
        gangway.crypto().fingerprints().next();
        gangway.register(sixpence, RequestBuilder.of("user@example.com").key(apiKey, "second-api-secret"));
    }

    @Test
    void theKeyOfAnotherSourceIsRefusedUnderWhicheverRingKey() {
        second("second-api-key");
        gangway.crypto().fingerprints().next();
        assertThat(replace(keys, "second-api-key")).isInstanceOf(ReplaceSourceKey.Outcome.Invalid.class);
        assertThat(replace(keys, "third-api-key")).isInstanceOf(ReplaceSourceKey.Outcome.Replaced.class);
    }

    @Test
    void theKeyOfASourceThatCameMeanwhileIsRefusedToo() {
        SourceKeys racing = new Meanwhile(1, () -> second("second-api-key"));
        assertThat(replace(racing, "second-api-key")).isInstanceOf(ReplaceSourceKey.Outcome.Invalid.class);
        SourceKeys again = new Meanwhile(1, () -> second("third-api-key"));
        assertThat(replace(again, "fourth-api-key")).isInstanceOf(ReplaceSourceKey.Outcome.Replaced.class);
    }

    @Test
    void whereNobodyCanTellItFailsAndChangesNothing() {
        int[] count = {0};
        SourceKeys racing = new Meanwhile(9, () -> second("api-key-no-" + count[0]++));
        assertThatThrownBy(() -> replace(racing, "another-api-key")).isInstanceOf(IllegalStateException.class);
        assertThat(keys.ringKeys(first.userId())).contains("1");
    }
}
