package dev.gangway.application.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.testkit.fixture.Faults;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.OutboundSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a credential was last used is written at most once a minute, and never by the call. */
class CredentialUsesTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final OutboundSecret token = gangway.issueToken(sixpence);
    private final CredentialId credential =
            credentials().of(sixpence.id()).get(0).id();
    private final CredentialUses uses = new CredentialUses(gangway.clock());
    private final AuthenticatePartner authenticate = new AuthenticatePartner(gangway.schemes(), uses);

    private PartnerCredentials credentials() {
        return gangway.ports().partnerCredentials();
    }

    private void call(String bearer) {
        authenticate.execute(new AuthenticatePartner.Command(InMemoryGangway.callWith("Bearer " + bearer)));
    }

    private int record() {
        return switch (new RecordCredentialUses(uses, credentials()).execute(new RecordCredentialUses.Command())) {
            case RecordCredentialUses.Outcome.Recorded recorded -> recorded.credentials();
        };
    }

    private Map<CredentialId, Instant> lastUsed() {
        return credentials().lastUsed(sixpence.id());
    }

    @Test
    void aCallIsRememberedAndWrittenAfterwards() {
        Instant at = gangway.clock().instant();
        call(token.value());
        assertThat(lastUsed()).as("the call itself writes nothing").isEmpty();
        gangway.clock().advance(Duration.ofSeconds(10));
        assertThat(record()).isOne();
        assertThat(lastUsed()).containsExactly(Map.entry(credential, at));
        assertThat(record()).isZero();
    }

    @Test
    void aBusyCredentialIsWrittenOnceAMinute() {
        Instant first = gangway.clock().instant();
        int written = 0;
        for (int second = 0; second < 120; second++) {
            call(token.value());
            call(token.value());
            written += record();
            gangway.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(written).isEqualTo(2);
        assertThat(lastUsed()).containsExactly(Map.entry(credential, first.plusSeconds(60)));
    }

    @Test
    void aRefusedCallIsNoUse() {
        call(token.value() + "x");
        call("nonsense");
        assertThat(record()).isZero();
    }

    @Test
    void whatADeadDatabaseDidNotTakeIsWrittenLater() {
        call(token.value());
        PartnerCredentials dead = new Faults(1, Faults.Moment.BEFORE).in(PartnerCredentials.class, credentials());
        assertThatThrownBy(() -> new RecordCredentialUses(uses, dead).execute(new RecordCredentialUses.Command()))
                .isInstanceOf(RuntimeException.class);
        assertThat(record()).isOne();
        assertThat(lastUsed()).containsOnlyKeys(credential);
    }

    @Test
    void aFloodOfCredentialsIsNotRememberedWithoutEnd() {
        for (int i = 0; i < CredentialUses.MAX_ENTRIES + 5; i++) {
            uses.accept(gangway.ids().credentialId());
        }
        assertThat(uses.take()).hasSize(CredentialUses.MAX_ENTRIES);
        gangway.clock().advance(CredentialUses.BETWEEN);
        uses.accept(credential);
        assertThat(uses.take()).as("those of the minute before make room").containsOnlyKeys(credential);
    }

    @Test
    void eachCredentialIsRememberedByItself() {
        List<CredentialId> ids =
                List.of(gangway.ids().credentialId(), gangway.ids().credentialId());
        ids.forEach(uses);
        assertThat(uses.take()).containsOnlyKeys(ids);
    }
}
