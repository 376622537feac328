package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.SealedRow.Kind;
import dev.gangway.application.keys.port.Resealing.Resealed.Anew;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SealedCredentials;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code SealedRows} is held to. */
public interface SealedRowsContract extends PersistenceContract {
    /** The port under test, over the store of {@link #ports()}. */
    SealedRows sealedRows();

    private CredentialId issued(Desk desk, Partner partner, String sealed) {
        PartnerCredential credential = new PartnerCredential(
                desk.ids().credentialId(),
                partner.id(),
                CredentialType.SIGNING_KEY,
                Scope.DEFAULT,
                null,
                desk.now(),
                null,
                null);
        ports().partnerCredentials()
                .add(
                        credential,
                        new CredentialMaterial.SealedSecret(sealed),
                        desk.audit(
                                AuditAction.CREDENTIAL_ISSUED,
                                null,
                                credential.id().value()));
        return credential.id();
    }

    private List<SealedRow> others(String keyId, Kind kind) {
        return others(new KeysInUse(keyId, Desk.RING_KEY), kind);
    }

    private List<SealedRow> others(KeysInUse keys, Kind kind) {
        return sealedRows().underOthersThan(keys, kind, null, 100);
    }

    private boolean replace(SealedRow known, String sealed) {
        return sealedRows().replace(known, new Anew(sealed, null));
    }

    private SealedRow onlySource(Desk desk, Partner sixpence) {
        desk.register(sixpence, "jordan@example.com");
        return others("new", Kind.EXCHANGE_CREDENTIALS).get(0);
    }

    private CredentialFingerprint fingerprint(Desk desk, Partner sixpence) {
        return Objects.requireNonNull(desk.snapshot(sixpence, "jordan@example.com"))
                .sources()
                .get(0)
                .fingerprint();
    }

    @Test
    default void aRowSaysForWhomItIsSealed() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "jordan@example.com");
        CredentialId key = issued(desk, sixpence, "v1.old.text");
        SealedRow source = others("new", Kind.EXCHANGE_CREDENTIALS).get(0);
        SealedCredentials stored = desk.begin(handed.source()).credentials();
        assertThat(source)
                .isEqualTo(new SealedRow(
                        Kind.EXCHANGE_CREDENTIALS,
                        handed.source().value(),
                        stored.id().value(),
                        handed.user().value(),
                        stored.sealed(),
                        new SealedRow.Fingerprinted(new ExchangeName("SIXPENCE"), Desk.RING_KEY)));
        assertThat(source.toString()).doesNotContain(source.sealed());
        assertThat(others("new", Kind.SHARED_SECRET))
                .containsExactly(new SealedRow(
                        Kind.SHARED_SECRET,
                        key.value(),
                        key.value(),
                        sixpence.id().toString(),
                        "v1.old.text",
                        null));
    }

    @Test
    default void aRowIsReplacedWhereItIsStillWhatItWas() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "jordan@example.com");
        SealedRow known = others("new", Kind.EXCHANGE_CREDENTIALS).get(0);
        assertThat(replace(known, "v1.new.one")).isTrue();
        assertThat(replace(known, "v1.new.two")).isFalse();
        SealedCredentials stored = desk.begin(handed.source()).credentials();
        assertThat(stored.sealed()).isEqualTo("v1.new.one");
        assertThat(stored.id().value()).isEqualTo(known.id());
        assertThat(others("new", Kind.EXCHANGE_CREDENTIALS)).isEmpty();
    }

    @Test
    default void ofManyThatReplaceARowExactlyOneDoes() {
        Desk desk = desk();
        issued(desk, desk.sixpence(), "v1.old.text");
        SealedRow known = others("new", Kind.SHARED_SECRET).get(0);
        List<Boolean> replaced = Race.among(8, i -> replace(known, "v1.new." + i));
        assertThat(replaced).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(others("old", Kind.SHARED_SECRET))
                .extracting(SealedRow::sealed)
                .containsExactly("v1.new." + replaced.indexOf(true));
    }

    @Test
    default void aKeyIsToldByItsWholeId() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        issued(desk, sixpence, "v1.a_b%.text");
        issued(desk, sixpence, "v1.aXbc.text");
        issued(desk, sixpence, "v1.a_b.text");
        assertThat(others("a_b%", Kind.SHARED_SECRET))
                .extracting(SealedRow::sealed)
                .containsExactlyInAnyOrder("v1.aXbc.text", "v1.a_b.text");
        assertThat(sealedRows().countSealedUnder("a_b")).isOne();
        assertThat(sealedRows().countSealedUnder("a_b%")).isOne();
        assertThat(sealedRows().countSealedUnder("a")).isZero();
    }

    @Test
    default void rowsAreReadPageByPage() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        List<String> ids = List.of(
                issued(desk, sixpence, "v1.old.1").value(),
                issued(desk, sixpence, "v1.new.2").value(),
                issued(desk, sixpence, "v1.old.3").value(),
                issued(desk, sixpence, "v1.older.4").value());
        List<SealedRow> first =
                sealedRows().underOthersThan(new KeysInUse("new", Desk.RING_KEY), Kind.SHARED_SECRET, null, 2);
        assertThat(first).extracting(SealedRow::row).containsExactly(ids.get(0), ids.get(2));
        assertThat(sealedRows().underOthersThan(new KeysInUse("new", Desk.RING_KEY), Kind.SHARED_SECRET, ids.get(2), 2))
                .extracting(SealedRow::row)
                .containsExactly(ids.get(3));
        assertThat(sealedRows().underOthersThan(new KeysInUse("new", Desk.RING_KEY), Kind.SHARED_SECRET, ids.get(3), 2))
                .isEmpty();
        assertThat(others("new", Kind.EXCHANGE_CREDENTIALS)).isEmpty();
    }

    @Test
    default void aFingerprintIsReplacedWithTheTextOrAlone() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        SealedRow known = onlySource(desk, sixpence);
        CredentialFingerprint second = Desk.fingerprint("ring-2", "api key", "secret");
        assertThat(sealedRows().replace(known, new Anew("v1.new.one", second))).isTrue();
        assertThat(fingerprint(desk, sixpence)).isEqualTo(second);
        KeysInUse keys = new KeysInUse("new", "ring-2");
        assertThat(others(keys, Kind.EXCHANGE_CREDENTIALS)).isEmpty();

        KeysInUse next = new KeysInUse("new", "ring-3");
        SealedRow again = others(next, Kind.EXCHANGE_CREDENTIALS).get(0);
        assertThat(again.fingerprinted())
                .isEqualTo(new SealedRow.Fingerprinted(new ExchangeName("SIXPENCE"), "ring-2"));
        CredentialFingerprint third = Desk.fingerprint("ring-3", "api key", "secret");
        assertThat(sealedRows().replace(again, new Anew(again.sealed(), third))).isTrue();
        assertThat(fingerprint(desk, sixpence)).isEqualTo(third);
        assertThat(others(next, Kind.EXCHANGE_CREDENTIALS)).isEmpty();
    }

    @Test
    default void aTextAloneLeavesTheFingerprintAsItIs() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        SealedRow known = onlySource(desk, sixpence);
        CredentialFingerprint before = fingerprint(desk, sixpence);
        assertThat(replace(known, "v1.new.one")).isTrue();
        assertThat(fingerprint(desk, sixpence)).isEqualTo(before);
    }

    @Test
    default void aFingerprintThatSomebodyElseHasReplacedIsNotTakenBack() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        SealedRow known = onlySource(desk, sixpence);
        CredentialFingerprint theirs = Desk.fingerprint("ring-3", "api key", "secret");
        assertThat(sealedRows().replace(known, new Anew(known.sealed(), theirs)))
                .isTrue();
        CredentialFingerprint late = Desk.fingerprint("ring-2", "api key", "secret");
        assertThat(sealedRows().replace(known, new Anew(known.sealed(), late))).isFalse();
        assertThat(fingerprint(desk, sixpence)).isEqualTo(theirs);
    }

    /** As a node of the version before may have stored one that knew of no other key. */
    @Test
    default void aFingerprintThatAnotherSourceHasIsLeftAndTheTextIsReplaced() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        SealedRow first = onlySource(desk, sixpence);
        desk.register(
                sixpence, RequestBuilder.by(sixpence, "jordan@example.com").key("second-api-key", "second-api-secret"));
        SealedRow second = others("new", Kind.EXCHANGE_CREDENTIALS).get(1);
        CredentialFingerprint same = Desk.fingerprint("ring-2", "api key", "secret");
        assertThat(sealedRows().replace(second, new Anew(second.sealed(), same)))
                .isTrue();
        CredentialFingerprint before = fingerprint(desk, sixpence);

        assertThat(sealedRows().replace(first, new Anew("v1.new.one", same))).isTrue();

        SealedRow left = others(new KeysInUse("new", "ring-2"), Kind.EXCHANGE_CREDENTIALS)
                .get(0);
        assertThat(left).isEqualTo(first.with("v1.new.one"));
        assertThat(fingerprint(desk, sixpence)).isEqualTo(before);
        assertThat(sealedRows().replace(left, new Anew(left.sealed(), same))).isFalse();
        desk.register(sixpence, "alex@example.com");
        SealedRow anothers = others("new", Kind.EXCHANGE_CREDENTIALS).get(1);
        assertThat(sealedRows().replace(anothers, new Anew(anothers.sealed(), same)))
                .as("of another user's source")
                .isTrue();
    }

    @Test
    default void rowsAreCountedByTheKeyOfTheirFingerprints() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        SealedRow known = onlySource(desk, sixpence);
        issued(desk, sixpence, "v1.old.text");
        assertThat(sealedRows().countFingerprintedUnder(Desk.RING_KEY)).isOne();
        assertThat(sealedRows().countFingerprintedUnder("ring-2")).isZero();
        CredentialFingerprint unnamed = Desk.fingerprint(CredentialFingerprint.UNNAMED, "api key", "secret");
        assertThat(sealedRows().replace(known, new Anew(known.sealed(), unnamed)))
                .isTrue();
        assertThat(sealedRows().countFingerprintedUnder("ring-2"))
                .as("it may be under any")
                .isOne();
    }
}
