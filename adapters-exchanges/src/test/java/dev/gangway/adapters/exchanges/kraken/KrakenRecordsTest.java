package dev.gangway.adapters.exchanges.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.adapters.exchanges.http.ExchangeJson;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KrakenRecordsTest {
    @ParameterizedTest
    @CsvSource({
        "XXBT, BTC",
        "XBT, BTC",
        "XBT.M, BTC",
        "XBT.F, BTC",
        "XBT.B, BTC",
        "XETH, ETH",
        "ETH, ETH",
        "ETH2, ETH",
        "ETH2.S, ETH",
        "ETH.F, ETH",
        "XXDG, DOGE",
        "XDG, DOGE",
        "XLTC, LTC",
        "XXRP, XRP",
        "XXLM, XLM",
        "XXMR, XMR",
        "XZEC, ZEC",
        "XREP, REP",
        "XMLN, MLN",
        "XETC, ETC",
        "XICN, ICN",
        "ZEUR, EUR",
        "ZUSD, USD",
        "ZGBP, GBP",
        "ZCAD, CAD",
        "ZJPY, JPY",
        "ZAUD, AUD",
        "CHF, CHF",
        "EUR.HOLD, EUR",
        "ZEUR.HOLD, EUR",
        "EUR.M, EUR",
        "USD.M, USD",
        "DOT.S, DOT",
        "DOT28.S, DOT",
        "ATOM21.S, ATOM",
        "KSM.P, KSM",
        "SOL03.S, SOL",
        "TRX.T, TRX",
        "USDT, USDT",
        "1INCH, 1INCH",
        "LUNA2, LUNA2",
        "C98, C98",
        "C98.S, C98",
        "ZRX, ZRX",
        "XTZ, XTZ",
        "XTZ.S, XTZ",
        "ZETA, ZETA",
        "XCN, XCN",
        "AAPLx, AAPLX",
        "REPV2, REPV2"
    })
    void assetsGetTheNamesThatEverybodyGivesThem(String theirs, String ours) {
        assertThat(KrakenAssets.code(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "deposit, '', 1.5, 0.1, DEPOSIT, BTC 1.5, '', BTC 0.1",
                "withdrawal, '', -1.5, 0.0005, WITHDRAWAL, '', BTC 1.5, BTC 0.0005",
                "withdrawal, '', 1.5, -0.0005, DEPOSIT, BTC 1.5005, '', ''",
                "deposit, '', -1.5, 0, WITHDRAWAL, '', BTC 1.5, ''",
                "transfer, spottostaking, -2, 0, TRANSFER, '', BTC 2, ''",
                "transfer, stakingfromspot, 2, 0, TRANSFER, BTC 2, '', ''",
                "transfer, stakingtospot, -2, 0, TRANSFER, '', BTC 2, ''",
                "transfer, spotfromstaking, 2, 0, TRANSFER, BTC 2, '', ''",
                "transfer, spotfromfutures, 2, 0, TRANSFER, BTC 2, '', ''",
                "transfer, spottofutures, -2, 0, TRANSFER, '', BTC 2, ''",
                "transfer, '', 2, 0, TRANSFER, BTC 2, '', ''",
                "staking, '', 0.25, 0.05, REWARD, BTC 0.25, '', BTC 0.05",
                "staking, '', -0.25, 0, UNCLASSIFIED, '', '', ''",
                "earn, reward, 0.25, 0.05, REWARD, BTC 0.25, '', BTC 0.05",
                "earn, allocation, -3, 0, TRANSFER, '', BTC 3, ''",
                "earn, autoallocation, 3, 0, TRANSFER, BTC 3, '', ''",
                "earn, deallocation, 3, 0, TRANSFER, BTC 3, '', ''",
                "earn, bonusallocation, 3, 0, TRANSFER, BTC 3, '', ''",
                "earn, migration, 3, 0, TRANSFER, BTC 3, '', ''",
                "earn, something, 3, 0, UNCLASSIFIED, '', '', ''",
                "earn, '', 3, 0, UNCLASSIFIED, '', '', ''",
                "reward, '', 3, 0, REWARD, BTC 3, '', ''",
                "dividend, '', 3, 0, REWARD, BTC 3, '', ''",
                "invite bonus, '', 3, 0, REWARD, BTC 3, '', ''",
                "rollover, '', 0, 0.02, FEE, '', '', BTC 0.02",
                "margin, '', 0, 0.02, FEE, '', '', BTC 0.02",
                "margin, '', 12.5, 0.02, UNCLASSIFIED, '', '', ''",
                "settled, '', 12.5, 0.02, UNCLASSIFIED, '', '', ''",
                "adjustment, '', 1, 0, UNCLASSIFIED, '', '', ''",
                "credit, '', 1, 0, UNCLASSIFIED, '', '', ''",
                "sale, '', 1, 0, UNCLASSIFIED, '', '', ''",
                "nfttrade, '', 1, 0, UNCLASSIFIED, '', '', ''",
                "reserve, '', 1, 0, UNCLASSIFIED, '', '', ''",
                "trade, '', 1, 0, UNCLASSIFIED, '', '', ''",
                "deposit, '', 0, 0, UNCLASSIFIED, '', '', ''",
                "deposit, '', 1e400, 0, UNCLASSIFIED, '', '', ''",
                "deposit, '', one, 0, UNCLASSIFIED, '', '', ''",
                "nobody knows, '', 1, 0, UNCLASSIFIED, '', '', ''"
            })
    void whatAnEntryBecomes(
            String type,
            String subtype,
            String amount,
            String fee,
            TransactionKind kind,
            String received,
            String sent,
            String charged) {
        LedgerTransaction read = read("{\"ledger\":{" + entry("LID", type, subtype, "XXBT", amount, fee) + "}}");

        assertThat(read.externalId()).isEqualTo("LID");
        assertThat(read.occurredAt()).isEqualTo(Instant.parse("2023-07-04T09:54:44.178700Z"));
        legs(read, kind, received, sent, charged);
    }

    @Test
    void bothSidesAndTheFeeOfATradeGoByTheirReference() {
        LedgerTransaction read = trade(
                entry("LA", "trade", "", "ZUSD", "-500.0000", "1.3000"),
                entry("LB", "trade", "", "XXBT", "0.0166666600", "0.0000000000"));

        assertThat(read.externalId()).isEqualTo("TREF");
        assertThat(read.raw()).contains("\"LA\":{", "\"LB\":{");
        legs(read, TransactionKind.TRADE, "BTC 0.01666666", "USD 500", "USD 1.3");
    }

    @Test
    void aSaleIsOneTheOtherWayRound() {
        legs(
                trade(
                        entry("LA", "trade", "", "XXBT", "-1", "0"),
                        entry("LB", "trade", "", "ZEUR", "30000.5", "48.0008")),
                TransactionKind.TRADE,
                "EUR 30000.5",
                "BTC 1",
                "EUR 48.0008");
    }

    @Test
    void aSpendAndAReceiveAreATrade() {
        legs(
                trade(
                        entry("LA", "spend", "", "ZEUR", "-98.52", "1.48"),
                        entry("LB", "receive", "", "XXDG", "650.12", "0")),
                TransactionKind.TRADE,
                "DOGE 650.12",
                "EUR 98.52",
                "EUR 1.48");
    }

    @Test
    void ofFeesInBothAssetsOneBecomesPartOfWhatCameIn() {
        legs(
                trade(
                        entry("LA", "trade", "", "ZEUR", "-100", "0.10"),
                        entry("LB", "trade", "", "XXBT", "0.01", "0.0001")),
                TransactionKind.TRADE,
                "BTC 0.0099",
                "EUR 100.1",
                "");
    }

    @Test
    void feeCreditsCostNothing() {
        legs(
                trade(
                        entry("LA", "trade", "", "ZEUR", "-100", "0"),
                        entry("LB", "trade", "", "XXBT", "0.01", "0"),
                        entry("LC", "trade", "", "KFEE", "0", "26")),
                TransactionKind.TRADE,
                "BTC 0.01",
                "EUR 100",
                "");
        legs(
                read("{\"ledger\":{" + entry("LID", "deposit", "", "KFEE", "1000", "0") + "}}"),
                TransactionKind.UNCLASSIFIED,
                "",
                "",
                "");
    }

    @Test
    void aFeeInAThirdAssetStaysOne() {
        legs(
                trade(
                        entry("LA", "trade", "", "ZEUR", "-100", "0"),
                        entry("LB", "trade", "", "XXBT", "0.01", "0"),
                        entry("LC", "trade", "", "XETH", "0", "0.02")),
                TransactionKind.TRADE,
                "BTC 0.01",
                "EUR 100",
                "ETH 0.02");
    }

    @Test
    void severalFillsOfOneReferenceAreOneTrade() {
        legs(
                trade(
                        entry("LA", "trade", "", "ZEUR", "-60", "0.06"),
                        entry("LB", "trade", "", "ZEUR", "-40", "0.04"),
                        entry("LC", "trade", "", "XXBT", "0.006", "0"),
                        entry("LD", "trade", "", "XBT", "0.004", "0")),
                TransactionKind.TRADE,
                "BTC 0.01",
                "EUR 100",
                "EUR 0.1");
    }

    @Test
    void dustThatIsSweptUpIsATradeOfEachAsset() {
        String sweep = entry("LA", "spend", "dustsweeping", "XXRP", "-0.5", "0")
                + "," + entry("LB", "spend", "dustsweeping", "ADA", "-0.3", "0")
                + "," + entry("LC", "spend", "dustsweeping", "XXDG", "-0.7", "0")
                + "," + entry("LD", "receive", "dustsweeping", "ZEUR", "0.10", "0.01");

        assertThat(KrakenTrade.parts(entries(sweep))).isEqualTo(3);
        LedgerTransaction second = read("{\"ledger\":{" + sweep + "},\"part\":2}");
        assertThat(second.externalId()).isEqualTo("TREF/2");
        legs(second, TransactionKind.TRADE, "EUR 0.03", "DOGE 0.7", "");
        legs(read("{\"ledger\":{" + sweep + "},\"part\":1}"), TransactionKind.TRADE, "EUR 0.03", "ADA 0.3", "");
        legs(read("{\"ledger\":{" + sweep + "},\"part\":3}"), TransactionKind.TRADE, "EUR 0.03", "XRP 0.5", "");
        assertThat(read("{\"ledger\":{" + sweep + "},\"part\":4}").kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
    }

    @Test
    void whatTwoSidesDoNotExplainIsKeptUnderTheReference() {
        for (String other : List.of(
                entry("LB", "trade", "", "XXBT", "-0.01", "0"),
                entry("LB", "trade", "", "XXBT", "1e400", "0"),
                entry("LB", "trade", "", "XXBT", "0", "0"))) {
            LedgerTransaction read = trade(entry("LA", "trade", "", "ZEUR", "-100", "0"), other);
            assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
            assertThat(read.externalId()).isEqualTo("TREF");
        }
    }

    private static List<JsonNode> entries(String entries) {
        JsonNode record = Objects.requireNonNull(ExchangeJson.object("{" + entries + "}"));
        List<JsonNode> list = new ArrayList<>();
        record.forEach(list::add);
        return list;
    }

    private static LedgerTransaction trade(String... entries) {
        return read("{\"ledger\":{" + String.join(",", entries) + "}}");
    }

    private static LedgerTransaction read(String record) {
        return Objects.requireNonNull(KrakenRecords.MAPPING.readAgain(record));
    }

    private static String entry(String id, String type, String subtype, String asset, String amount, String fee) {
        return "\"" + id + "\":{\"refid\":\"TREF\",\"time\":1688464484.1787,\"type\":\"" + type + "\",\"subtype\":\""
                + subtype + "\",\"aclass\":\"currency\",\"asset\":\"" + asset + "\",\"amount\":\"" + amount
                + "\",\"fee\":\"" + fee + "\",\"balance\":\"459567.9171000000\"}";
    }

    private static void legs(
            LedgerTransaction read, TransactionKind kind, String received, String sent, @Nullable String fee) {
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.received()).isEqualTo(StubbedExchange.amount(received));
        assertThat(read.sent()).isEqualTo(StubbedExchange.amount(sent));
        assertThat(read.fee()).isEqualTo(fee == null ? null : StubbedExchange.amount(fee));
    }
}
