package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a later version has written, which runs beside this one on the same schema, is left alone. */
final class LaterVersionTest {
    @Nested
    final class OnH2 extends Cases {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends Cases {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class Cases extends StoreTest {
        private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

        Cases(TestDatabase kind) {
            super(kind);
        }

        @Test
        void aKeyForAnotherPurposeIsNeitherReadNorTouched() {
            KeyRings rings = ports().keyRings();
            WrappedKey ours = new WrappedKey("ours", KeyPurpose.LINKS, "master1", "wrapped", NOW, NOW, null);
            WrappedKey theirs = new WrappedKey("theirs", KeyPurpose.FORMS, "master1", "wrapped", NOW, NOW, null);
            rings.add(List.of(ours, theirs));
            tables().write("update key_rings set purpose = 'telepathy' where id = 'theirs'");
            assertThat(rings.all()).containsExactly(ours);
            assertThat(rings.missing()).contains(KeyPurpose.FORMS).doesNotContain(KeyPurpose.LINKS);
            rings.rewrap(rings.all());
            assertThat(tables().one(String.class, "select purpose from key_rings where id = 'theirs'"))
                    .isEqualTo("telepathy");
        }

        private PartnerCredential issue(Desk desk, Partner partner, Digest tokenHash) {
            CredentialId id = desk.ids().credentialId();
            PartnerCredential credential = new PartnerCredential(
                    id, partner.id(), CredentialType.BEARER, Scope.DEFAULT, null, desk.now(), null, null);
            ports().partnerCredentials()
                    .add(
                            credential,
                            new CredentialMaterial.TokenHash(tokenHash),
                            desk.audit(AuditAction.CREDENTIAL_ISSUED, partner, id.value()));
            return credential;
        }

        @Test
        void aCredentialOfAnotherTypeIsUnknown() {
            Desk desk = desk();
            Partner sixpence = desk.sixpence();
            PartnerCredential ours = issue(desk, sixpence, Hashes.of("ours"));
            PartnerCredential theirs = issue(desk, sixpence, Hashes.of("theirs"));
            tables().write(
                            "update partner_credentials set type = 'telepathy' where id = ?",
                            theirs.id().value());
            assertThat(ports().partnerCredentials().of(sixpence.id())).containsExactly(ours);
            assertThat(ports().partnerCredentials().find(theirs.id())).isNull();
            assertThat(ports().credentialLookup().byTokenHash(Hashes.of("theirs")))
                    .isNull();
            assertThat(ports().credentialLookup().byTokenHash(Hashes.of("ours")))
                    .isNotNull();
        }

        @Test
        void aScopeThatNobodyHereKnowsIsNotGranted() {
            Desk desk = desk();
            PartnerCredential ours = issue(desk, desk.sixpence(), Hashes.of("ours"));
            tables().write("update partner_credentials set scopes = scopes || ',minds:read'");
            assertThat(Objects.requireNonNull(ports().credentialLookup().byTokenHash(Hashes.of("ours")))
                            .credential())
                    .isEqualTo(ours);
        }
    }
}
