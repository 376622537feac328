package dev.gangway.application.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.testkit.fixture.Faults;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.application.testkit.memory.InMemoryResealing;
import dev.gangway.application.testkit.memory.InMemorySealedRows;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything ends under the newest key, whatever happens meanwhile. */
class ResealSecretsTest {
    private static final KeysInUse IN_USE = new KeysInUse("5", "2");
    private static final KeysInUse NONE = new KeysInUse("none", "none");

    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final SealedRows rows = new InMemorySealedRows(gangway.store());
    private final Resealing resealing = new InMemoryResealing(5, 2);

    private final KeyRings rings = gangway.ports().keyRings();
    private final InMemoryCrypto crypto = new InMemoryCrypto("master", null);

    ResealSecretsTest() {
        Instant now = gangway.clock().instant();
        for (String kid : List.of("4", "5")) {
            Instant at = now.minusSeconds(4000 - 500 * Long.parseLong(kid));
            rings.add(List.of(new WrappedKey(kid, KeyPurpose.SEALING, "master", "wrapped", at, at, null)));
        }
        rings.add(List.of(new WrappedKey("2", KeyPurpose.FINGERPRINTS, "master", "wrapped", now, now, null)));
    }

    private ResealSecrets.Outcome.Done reseal(SealedRows over, Resealing with) {
        return switch (job(over, with).execute(new ResealSecrets.Command(null))) {
            case ResealSecrets.Outcome.Done done -> done;
            case ResealSecrets.Outcome.CutOff cutOff -> throw new AssertionError("Cut off behind " + cutOff.resealed());
            case ResealSecrets.Outcome.Waiting waiting -> throw new AssertionError("Waiting until " + waiting.until());
        };
    }

    private ResealSecrets job(SealedRows over, Resealing with) {
        return new ResealSecrets(rings, crypto.keyWrapping(), over, with, gangway.clock());
    }

    private static ResealSecrets.Outcome done(int resealed, int unreadable) {
        return new ResealSecrets.Outcome.Done(IN_USE, resealed, unreadable);
    }

    private CredentialId issued(String sealed) {
        CredentialId id = gangway.ids().credentialId();
        PartnerCredential credential = new PartnerCredential(
                id,
                sixpence.id(),
                CredentialType.CLIENT_SECRET,
                Scope.DEFAULT,
                null,
                gangway.clock().instant(),
                null,
                null);
        gangway.ports()
                .partnerCredentials()
                .add(
                        credential,
                        new CredentialMaterial.SealedSecret(sealed),
                        new AuditEntry(
                                AuditAction.CREDENTIAL_ISSUED,
                                sixpence.id(),
                                null,
                                id.value(),
                                InMemoryGangway.ORIGIN,
                                gangway.clock().instant()));
        return id;
    }

    private List<String> texts() {
        return rows.underOthersThan(NONE, SealedRow.Kind.SHARED_SECRET, null, 10_000).stream()
                .map(SealedRow::sealed)
                .toList();
    }

    @Test
    void everyRowIsSealedUnderTheNewestKeyOnce() {
        for (int i = 0; i < 450; i++) {
            issued("v1." + i % 5 + ".secret " + i);
        }
        assertThat(reseal(rows, resealing)).isEqualTo(done(450, 0));
        assertThat(texts()).hasSize(450).allMatch(text -> text.startsWith("v1.5.secret "));
        assertThat(rows.countSealedUnder("5")).isEqualTo(450);
        assertThat(reseal(rows, resealing)).isEqualTo(done(0, 0));
    }

    @Test
    void whatIsKnownToBeDoneIsNotReadAgainWhileItsKeySeals() {
        SealedRows unread = new Faults(1, Faults.Moment.BEFORE).in(SealedRows.class, rows);
        assertThat(job(unread, resealing).execute(new ResealSecrets.Command(IN_USE)))
                .isEqualTo(done(0, 0));
        issued("v1.4.secret");
        assertThat(job(rows, resealing).execute(new ResealSecrets.Command(new KeysInUse("4", "2"))))
                .isEqualTo(done(1, 0));
    }

    @Test
    void whatDoesNotOpenIsCountedAndStaysAndKeepsNobodyElse() {
        issued("broken");
        issued("v1.1.secret");
        assertThat(reseal(rows, resealing)).isEqualTo(done(1, 1));
        assertThat(texts()).containsExactly("broken", "v1.5.secret");
    }

    @Test
    void whatANewerKeyHasSealedIsNotTakenBack() {
        issued("v1.6.secret");
        assertThat(reseal(rows, resealing)).isEqualTo(done(0, 0));
        assertThat(texts()).containsExactly("v1.6.secret");
    }

    @Test
    void aRunThatIsCutOffAnywhereIsGoneOnWith() {
        for (int i = 0; i < 5; i++) {
            issued("v1.1.secret " + i);
        }
        for (int call = 1; ; call++) {
            Faults faults = new Faults(call, Faults.Moment.AFTER);
            SealedRows failing = faults.in(SealedRows.class, rows);
            if (rows.countSealedUnder("5") == 5) {
                break;
            }
            assertThatThrownBy(() -> reseal(failing, resealing)).isInstanceOf(Faults.PortFault.class);
            assertThat(texts())
                    .as("at call %s", call)
                    .hasSize(5)
                    .allMatch(text -> text.matches("v1\\.[15]\\.secret \\d"));
        }
        assertThat(reseal(rows, resealing).resealed()).isZero();
    }

    @Test
    void aRunThatIsToldToEndLeavesTheRestToTheNext() {
        for (int i = 0; i < 5; i++) {
            issued("v1.1.secret " + i);
        }
        int[] asked = {0};
        assertThat(job(rows, resealing).execute(new ResealSecrets.Command(null, () -> asked[0]++ >= 2)))
                .isEqualTo(new ResealSecrets.Outcome.CutOff(2));
        assertThat(rows.countSealedUnder("5")).isEqualTo(2);
        assertThat(reseal(rows, resealing)).isEqualTo(done(3, 0));
    }

    @Test
    void whoReplacesARowAtTheSameMomentWins() {
        issued("v1.1.old");
        Resealing late = new Resealing() {
            @Override
            public KeysInUse keys() {
                return resealing.keys();
            }

            @Override
            public Resealed reseal(SealedRow row) {
                rows.replace(row, new Resealed.Anew("v1.5.theirs", null));
                return resealing.reseal(row);
            }
        };
        assertThat(reseal(rows, late)).isEqualTo(done(0, 0));
        assertThat(texts()).containsExactly("v1.5.theirs");
    }
}
