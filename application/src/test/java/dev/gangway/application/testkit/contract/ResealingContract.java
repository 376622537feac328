package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.domain.source.CredentialFingerprint;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@code Resealing} is held to. */
public interface ResealingContract {
    /** The port under test. */
    Resealing resealing();

    /** A row that was sealed, and fingerprinted if its kind is, under the keys before those that are in use. */
    SealedRow storedBefore(SealedRow.Kind kind);

    private Resealing.Resealed.Anew anew(SealedRow row) {
        return (Resealing.Resealed.Anew) resealing().reseal(row);
    }

    /** The row as it is when it was replaced. */
    private static SealedRow with(SealedRow row, Resealing.Resealed.Anew anew) {
        SealedRow.Fingerprinted before = row.fingerprinted();
        CredentialFingerprint fingerprint = anew.fingerprint();
        return new SealedRow(
                row.kind(),
                row.row(),
                row.id(),
                row.owner(),
                anew.sealed(),
                before == null || fingerprint == null
                        ? before
                        : new SealedRow.Fingerprinted(before.exchange(), fingerprint.ringKey()));
    }

    @ParameterizedTest
    @EnumSource
    default void anOldRowIsStoredUnderTheKeysThatAreInUse(SealedRow.Kind kind) {
        SealedRow old = storedBefore(kind);
        Resealing.Resealed.Anew anew = anew(old);
        assertThat(anew.sealed())
                .startsWith("v1." + resealing().keys().sealing() + ".")
                .isNotEqualTo(old.sealed());
        assertThat(anew.toString()).doesNotContain(anew.sealed());
        CredentialFingerprint fingerprint = anew.fingerprint();
        assertThat(fingerprint == null).isEqualTo(old.fingerprinted() == null);
        if (fingerprint != null) {
            assertThat(fingerprint.ringKey()).isEqualTo(resealing().keys().fingerprints());
        }
        assertThat(resealing().reseal(with(old, anew))).isEqualTo(new Resealing.Resealed.AsNew());
    }

    @Test
    default void whatIsUnderOneOfBothKeysChangesInTheOtherAlone() {
        SealedRow old = storedBefore(SealedRow.Kind.EXCHANGE_CREDENTIALS);
        Resealing.Resealed.Anew anew = anew(old);
        SealedRow sealed = old.with(anew.sealed());
        assertThat(resealing().reseal(sealed))
                .isEqualTo(new Resealing.Resealed.Anew(anew.sealed(), anew.fingerprint()));
        SealedRow fingerprinted = with(old, anew).with(old.sealed());
        assertThat(anew(fingerprinted).fingerprint()).isNull();
        assertThat(anew(fingerprinted).sealed())
                .startsWith("v1." + resealing().keys().sealing() + ".");
    }

    @Test
    default void whatNamesNoKeyIsFingerprintedAnew() {
        SealedRow old = storedBefore(SealedRow.Kind.EXCHANGE_CREDENTIALS);
        Resealing.Resealed.Anew anew = anew(old);
        SealedRow unnamed = new SealedRow(
                old.kind(),
                old.row(),
                old.id(),
                old.owner(),
                anew.sealed(),
                new SealedRow.Fingerprinted(
                        Objects.requireNonNull(old.fingerprinted()).exchange(), CredentialFingerprint.UNNAMED));
        assertThat(anew(unnamed)).isEqualTo(anew);
    }

    @ParameterizedTest
    @EnumSource
    default void whatNobodySealedIsUnreadable(SealedRow.Kind kind) {
        for (String text : new String[] {"", "v1.", "v2.x.y", "nonsense"}) {
            assertThat(resealing().reseal(storedBefore(kind).with(text)))
                    .isEqualTo(new Resealing.Resealed.Unreadable());
        }
    }
}
