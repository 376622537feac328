package dev.gangway.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.SourceAnswer;
import org.junit.jupiter.api.Test;

/** A key is attached once, also while the key of the fingerprints changes. */
class AttachSourcesTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final Registered first = gangway.register(sixpence, RequestBuilder.of("user@example.com"));

    private AttachSources.Outcome.Attached attach(RequestBuilder sources) {
        AttachSources attach = new AttachSources(
                gangway.ports().attachments(),
                gangway.ports().transactions(),
                gangway.crypto().vault(),
                gangway.crypto().fingerprints(),
                gangway.ids(),
                gangway.clock());
        AttachSources.Outcome outcome = attach.execute(new AttachSources.Command(
                first.userId(),
                sources.build(sixpence).submitted(),
                gangway.principal(sixpence),
                InMemoryGangway.ORIGIN));
        assertThat(outcome).isInstanceOf(AttachSources.Outcome.Attached.class);
        return (AttachSources.Outcome.Attached) outcome;
    }

    private static RequestBuilder call() {
        return RequestBuilder.of("user@example.com");
    }

    @Test
    void aKeyIsADuplicateUnderWhicheverRingKeyItsSourceIsFingerprinted() {
        gangway.crypto().fingerprints().next();
        AttachSources.Outcome.Attached second = attach(call().key("second-api-key", "second-secret"));
        assertThat(second.added()).isEqualTo(1);
        gangway.crypto().fingerprints().next();
        AttachSources.Outcome.Attached both = attach(call().key("second-api-key", "second-secret")
                .key(RequestBuilder.API_KEY, RequestBuilder.API_SECRET)
                .key("third-api-key", "third-secret")
                .key("third-api-key", "third-secret-again"));
        assertThat(both.added()).isEqualTo(1);
        assertThat(both.sources()).extracting(SourceAnswer::duplicate).containsExactly(true, true, false, true);
        assertThat(both.sources())
                .extracting(SourceAnswer::id)
                .startsWith(second.sources().get(0).id(), first.sources().get(0).id());
    }
}
