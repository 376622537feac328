package dev.gangway.adapters.exchanges.kraken;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Kraken as its API is described: signatures recomputed, nonces that must grow, errors with status 200, entries newest first
 * in pages of 50 by offset, {@code start} exclusive and {@code end} inclusive.
 */
final class KrakenStub extends StubbedExchange {
    static final String LEDGERS = "POST /0/private/Ledgers";
    private static final Instant FIRST = Instant.parse("2024-03-01T09:15:27.123Z");
    private static final int PAGE = 50;

    private record Key(String secret, boolean reads) {}

    private static final Map<String, Key> KEYS = Map.of(
            "kraken-first-key", new Key(secret("the-first-secret"), true),
            "kraken-second-key", new Key(secret("the-second-secret"), true),
            "kraken-key-without-ledgers", new Key(secret("the-third-secret"), false));

    /** An entry as JSON, and its time in seconds. */
    record Entry(String id, BigDecimal time, String json) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> nonces = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private @Nullable Function<Asked, @Nullable Answer> instead;
    private int circle;
    private boolean empty;
    private boolean countless;

    KrakenStub() {
        for (int n = 0; n < 140; n++) {
            add(n);
        }
    }

    static String secret(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets something else answer before the ledger does; null to let it. */
    synchronized void instead(@Nullable Function<Asked, @Nullable Answer> other) {
        instead = other;
    }

    /** Forgets everything that happened on the account. */
    synchronized void emptyAccount() {
        entries.clear();
        expectNothing();
        empty = true;
    }

    /** Tells how many entries there are no longer. */
    synchronized void countless() {
        countless = true;
    }

    /** The newest entries. */
    synchronized List<Entry> newest(int howMany) {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::time).reversed())
                .limit(howMany)
                .toList();
    }

    /** The forms that were sent, without their nonces. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public ExchangeConnector connector() {
        // another run has a later clock; here it stands still
        nonces.clear();
        return Kraken.connector(line(Kraken.NAME, Kraken.RULE), signer);
    }

    @Override
    public Set<String> readCalls() {
        return Set.of(LEDGERS);
    }

    @Override
    public boolean keepsOneOrder() {
        // newest first
        return false;
    }

    @Override
    public AccountReference account() {
        return new AccountReference("ledger:L00000-DEPOS");
    }

    @Override
    public ApiCredentials key() {
        return credentials("kraken-first-key", secret("the-first-secret"));
    }

    @Override
    public ApiCredentials secondKey() {
        return credentials("kraken-second-key", secret("the-second-secret"));
    }

    @Override
    public ApiCredentials unknownKey() {
        return credentials("kraken-nobodys-key", secret("the-first-secret"));
    }

    @Override
    public ApiCredentials wrongSecret() {
        return credentials("kraken-first-key", secret("the-second-secret"));
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return credentials("kraken-key-without-ledgers", secret("the-third-secret"));
    }

    @Override
    public @Nullable ApiCredentials keyThatMayTrade() {
        return null;
    }

    @Override
    protected void happenMore() {
        int before = happened();
        for (int i = 0; i < 3; i++) {
            add((empty ? 0 : 140) + before + i);
        }
    }

    /** One event of each kind in turn, beside what it has to become. */
    private void add(int n) {
        Instant time = FIRST.plus(Duration.ofHours(n));
        String number = "%05d".formatted(n);
        switch (n % 7) {
            case 0 -> {
                String id = "L" + number + "-DEPOS";
                entry(id, "QRE" + number, time, "deposit", "", "ZEUR", "2500.0000", "0.0000");
                expect(id, TransactionKind.DEPOSIT, time, "EUR 2500", "", "");
            }
            case 1 -> {
                entry("L" + number + "-TRAD1", "T" + number, time, "trade", "", "ZEUR", "-2467.3000", "6.1700");
                entry("L" + number + "-TRAD2", "T" + number, time, "trade", "", "XXBT", "0.0382527131", "0.0000000000");
                expect("T" + number, TransactionKind.TRADE, time, "BTC 0.0382527131", "EUR 2467.3", "EUR 6.17");
            }
            case 2 -> {
                String id = "L" + number + "-WITHD";
                entry(id, "ARE" + number, time, "withdrawal", "", "XETH", "-0.4000000000", "0.0025000000");
                expect(id, TransactionKind.WITHDRAWAL, time, "", "ETH 0.4", "ETH 0.0025");
            }
            case 3 -> {
                String id = "L" + number + "-STAKE";
                entry(id, "STE" + number, time, "staking", "", "DOT28.S", "0.0417326000", "0.0000000000");
                expect(id, TransactionKind.REWARD, time, "DOT 0.0417326", "", "");
            }
            case 4 -> {
                String out = "L" + number + "-EARN1";
                String in = "L" + number + "-EARN2";
                entry(out, "ELE" + number, time, "earn", "autoallocation", "XBT.M", "-0.0100000000", "0.0000000000");
                entry(in, "ELE" + number, time, "earn", "autoallocation", "XBT.F", "0.0100000000", "0.0000000000");
                expect(out, TransactionKind.TRANSFER, time, "", "BTC 0.01", "");
                expect(in, TransactionKind.TRANSFER, time, "BTC 0.01", "", "");
            }
            case 5 -> {
                entry("L" + number + "-SPEND", "TSE" + number, time, "spend", "", "ZUSD", "-98.5200", "1.4800");
                Instant later = time.plusMillis(3);
                entry(
                        "L" + number + "-RECEI",
                        "TSE" + number,
                        later,
                        "receive",
                        "",
                        "XXDG",
                        "650.12000000",
                        "0.00000000");
                expect("TSE" + number, TransactionKind.TRADE, time, "DOGE 650.12", "USD 98.52", "USD 1.48");
            }
            default -> {
                String id = "L" + number + "-ADJUS";
                entry(id, "ADJ" + number, time, "adjustment", "", "XREP", "1.0000000000", "0.0000000000");
                expect(id, TransactionKind.UNCLASSIFIED, time, "", "", "");
            }
        }
    }

    /** Adds an entry, and nothing to what is expected. */
    synchronized void entry(
            String id,
            String reference,
            Instant time,
            String type,
            String subtype,
            String asset,
            String amount,
            String fee) {
        BigDecimal seconds = BigDecimal.valueOf(time.toEpochMilli()).movePointLeft(3);
        entries.add(new Entry(
                id,
                seconds,
                "{\"aclass\":\"currency\",\"amount\":\"" + amount + "\",\"asset\":\"" + asset
                        + "\",\"balance\":\"459567.9171000000\",\"fee\":\"" + fee + "\",\"refid\":\"" + reference
                        + "\",\"time\":" + seconds + ",\"type\":\"" + type + "\",\"subtype\":\"" + subtype + "\"}"));
    }

    @Override
    protected Answer refusal() {
        return error("EAPI:Invalid key");
    }

    static Answer error(String code) {
        return new Answer(200, "{\"error\":[\"" + code + "\"]}");
    }

    @Override
    protected synchronized Answer honest(Asked call) {
        Answer other = instead == null ? null : instead.apply(call);
        if (other != null) {
            return other;
        }
        Key key = KEYS.get(call.header("API-Key"));
        if (key == null) {
            return refusal();
        }
        if (!signature(call, key).equals(call.header("API-Sign"))) {
            return error("EAPI:Invalid signature");
        }
        long nonce = Long.parseLong(String.valueOf(call.parameter("nonce")));
        Long last = nonces.put(call.header("API-Key"), nonce);
        if (last != null && last >= nonce) {
            return error("EAPI:Invalid nonce");
        }
        if (!key.reads()) {
            return error("EGeneral:Permission denied");
        }
        asked.add(call.body().replaceFirst("nonce=\\d+&", ""));
        return call.path().equals("/0/private/Ledgers") ? page(call) : error("EGeneral:Unknown method");
    }

    private String signature(Asked call, Key key) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(call.path().getBytes(StandardCharsets.UTF_8));
        message.writeBytes(signer.sha256((call.parameter("nonce") + call.body()).getBytes(StandardCharsets.UTF_8)));
        return Base64.getEncoder()
                .encodeToString(signer.hmacSha512Base64Key(Secret.of(key.secret()), message.toByteArray()));
    }

    private Answer page(Asked call) {
        String start = call.parameter("start");
        String end = call.parameter("end");
        int offset = Integer.parseInt(String.valueOf(call.parameter("ofs")));
        List<Entry> matching = entries.stream()
                .filter(entry -> start == null || entry.time().compareTo(new BigDecimal(start)) > 0)
                .filter(entry -> end == null || entry.time().compareTo(new BigDecimal(end)) <= 0)
                .sorted(Comparator.comparing(Entry::time).reversed())
                .toList();
        switch (trouble()) {
            case SAME_CURSOR -> {
                matching = entries;
                offset = 0;
            }
            case CIRCLE -> {
                matching = entries;
                offset = circle++ % 2 * PAGE;
            }
            default -> {}
        }
        return result(matching.stream().skip(offset).limit(PAGE).toList(), countless ? -1 : matching.size());
    }

    static Answer result(List<Entry> page, int count) {
        return new Answer(
                200,
                "{\"error\":[],\"result\":{\"ledger\":{"
                        + String.join(
                                ",",
                                page.stream()
                                        .map(entry -> "\"" + entry.id() + "\":" + entry.json())
                                        .toList())
                        + (count < 0 ? "}}}" : "},\"count\":" + count + "}}"));
    }
}
