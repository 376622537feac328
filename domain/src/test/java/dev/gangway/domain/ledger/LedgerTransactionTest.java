package dev.gangway.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transaction has the legs of its kind. */
class LedgerTransactionTest {
    private static final Amount ONE = new Amount(new AssetCode("BTC"), BigDecimal.ONE);

    private static LedgerTransaction transaction(TransactionKind kind, boolean received, boolean sent, boolean fee) {
        return transaction("id", kind, received ? ONE : null, sent ? ONE : null, fee ? ONE : null);
    }

    private static LedgerTransaction transaction(
            String id, TransactionKind kind, @Nullable Amount received, @Nullable Amount sent, @Nullable Amount fee) {
        return new LedgerTransaction(id, kind, Instant.EPOCH, received, sent, fee, "{}", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "TRADE,true,true,false",
        "TRADE,true,true,true",
        "DEPOSIT,true,false,false",
        "DEPOSIT,true,false,true",
        "REWARD,true,false,false",
        "WITHDRAWAL,false,true,true",
        "FEE,false,false,true",
        "TRANSFER,true,false,false",
        "TRANSFER,false,true,false",
        "UNCLASSIFIED,false,false,false",
        "UNCLASSIFIED,true,true,true"
    })
    void theLegsOfTheKindAreThere(TransactionKind kind, boolean received, boolean sent, boolean fee) {
        assertThat(transaction(kind, received, sent, fee).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "TRADE,true,false,false",
        "TRADE,false,true,false",
        "TRADE,false,false,true",
        "DEPOSIT,false,false,false",
        "DEPOSIT,true,true,false",
        "REWARD,false,true,false",
        "WITHDRAWAL,true,false,false",
        "WITHDRAWAL,true,true,false",
        "FEE,false,false,false",
        "FEE,true,false,true",
        "FEE,false,true,true",
        "TRANSFER,true,true,false",
        "TRANSFER,false,false,true"
    })
    void aTransactionWithoutThemCannotExist(TransactionKind kind, boolean received, boolean sent, boolean fee) {
        assertThatThrownBy(() -> transaction(kind, received, sent, fee))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining(kind.apiName());
    }

    @Test
    void itsExternalIdIsThereAndNotTooLong() {
        for (String id : new String[] {"", " ", "a\u0000", "a".repeat(256)}) {
            assertThatThrownBy(() -> transaction(id, TransactionKind.UNCLASSIFIED, null, null, null))
                    .isInstanceOf(InvalidValue.class);
        }
    }

    private static LedgerTransaction sentAs(String raw) {
        return new LedgerTransaction("id", TransactionKind.DEPOSIT, Instant.EPOCH, ONE, null, null, raw, 1);
    }

    @Test
    void aRecordThatNoDatabaseWouldKeepIsNone() {
        String longest = "x".repeat(1_000_000);
        assertThat(sentAs(longest).raw()).isEqualTo(longest);
        assertThatThrownBy(() -> sentAs(longest + 'x'))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("raw");
    }
}
