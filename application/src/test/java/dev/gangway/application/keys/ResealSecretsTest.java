package dev.gangway.application.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.testkit.fixture.Faults;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything ends under the newest key, whatever happens meanwhile. */
class ResealSecretsTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final SealedRows rows = new InMemorySealedRows(gangway.store());
    private final Resealing resealing = new InMemoryResealing(5);

    private ResealSecrets.Outcome.Done reseal(SealedRows over, Resealing with) {
        return switch (new ResealSecrets(over, with).execute(new ResealSecrets.Command(null))) {
            case ResealSecrets.Outcome.Done done -> done;
        };
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
        return rows.underOthersThan("none", SealedRow.Kind.SHARED_SECRET, null, 10_000).stream()
                .map(SealedRow::sealed)
                .toList();
    }

    @Test
    void everyRowIsSealedUnderTheNewestKeyOnce() {
        for (int i = 0; i < 450; i++) {
            issued("v1." + i % 5 + ".secret " + i);
        }
        assertThat(reseal(rows, resealing)).isEqualTo(new ResealSecrets.Outcome.Done("5", 450, 0));
        assertThat(texts()).hasSize(450).allMatch(text -> text.startsWith("v1.5.secret "));
        assertThat(rows.countUnder("5")).isEqualTo(450);
        assertThat(reseal(rows, resealing)).isEqualTo(new ResealSecrets.Outcome.Done("5", 0, 0));
    }

    @Test
    void whatIsKnownToBeDoneIsNotReadAgainWhileItsKeySeals() {
        SealedRows unread = new Faults(1, Faults.Moment.BEFORE).in(SealedRows.class, rows);
        assertThat(new ResealSecrets(unread, resealing).execute(new ResealSecrets.Command("5")))
                .isEqualTo(new ResealSecrets.Outcome.Done("5", 0, 0));
        issued("v1.4.secret");
        assertThat(new ResealSecrets(rows, resealing).execute(new ResealSecrets.Command("4")))
                .isEqualTo(new ResealSecrets.Outcome.Done("5", 1, 0));
    }

    @Test
    void whatDoesNotOpenIsCountedAndStaysAndKeepsNobodyElse() {
        issued("broken");
        issued("v1.1.secret");
        assertThat(reseal(rows, resealing)).isEqualTo(new ResealSecrets.Outcome.Done("5", 1, 1));
        assertThat(texts()).containsExactly("broken", "v1.5.secret");
    }

    @Test
    void whatANewerKeyHasSealedIsNotTakenBack() {
        issued("v1.6.secret");
        assertThat(reseal(rows, resealing)).isEqualTo(new ResealSecrets.Outcome.Done("5", 0, 0));
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
            if (rows.countUnder("5") == 5) {
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
    void whoReplacesARowAtTheSameMomentWins() {
        issued("v1.1.old");
        Resealing late = new Resealing() {
            @Override
            public String activeKey() {
                return resealing.activeKey();
            }

            @Override
            public Resealed reseal(SealedRow row) {
                rows.replace(row, "v1.5.theirs");
                return resealing.reseal(row);
            }
        };
        assertThat(reseal(rows, late)).isEqualTo(new ResealSecrets.Outcome.Done("5", 0, 0));
        assertThat(texts()).containsExactly("v1.5.theirs");
    }
}
