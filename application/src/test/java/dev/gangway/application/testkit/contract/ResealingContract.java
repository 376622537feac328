package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@code Resealing} is held to. */
public interface ResealingContract {
    /** The port under test. */
    Resealing resealing();

    /** A row that was sealed under the key before the one that seals now. */
    SealedRow sealedBefore(SealedRow.Kind kind);

    @ParameterizedTest
    @EnumSource
    default void anOldRowIsSealedUnderTheKeyThatSealsNow(SealedRow.Kind kind) {
        SealedRow old = sealedBefore(kind);
        assertThat(resealing().reseal(old)).isInstanceOfSatisfying(Resealing.Resealed.Anew.class, anew -> {
            assertThat(anew.sealed()).startsWith("v1." + resealing().activeKey() + ".");
            assertThat(anew.toString()).doesNotContain(anew.sealed());
            assertThat(resealing().reseal(old.with(anew.sealed()))).isEqualTo(new Resealing.Resealed.AsNew());
        });
    }

    @ParameterizedTest
    @EnumSource
    default void whatNobodySealedIsUnreadable(SealedRow.Kind kind) {
        for (String text : new String[] {"", "v1.", "v2.x.y", "nonsense"}) {
            assertThat(resealing().reseal(sealedBefore(kind).with(text)))
                    .isEqualTo(new Resealing.Resealed.Unreadable());
        }
    }
}
