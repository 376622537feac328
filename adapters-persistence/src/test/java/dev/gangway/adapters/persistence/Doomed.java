package dev.gangway.adapters.persistence;

import dev.gangway.application.source.ImportSource;
import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** A node in a process of its own, which a test kills. It says on its standard output what it was told is kept. */
final class Doomed {
    static final String REGISTER = "register";
    static final String IMPORT = "import";
    static final String STORE = "store";
    static final String MARK = "mark";

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private Doomed() {}

    public static void main(String[] args) throws InterruptedException {
        Database database = Database.open(DatabaseSettings.of(args[1]));
        if (args[0].equals(REGISTER)) {
            registerForEver(database);
        }
        if (args[0].equals(STORE)) {
            storeForEver(database, new SourceId(args[2]));
        }
        if (args[0].equals(MARK)) {
            markForEver(database, Integer.parseInt(args[2]));
        }
        importHalf(database);
    }

    /** Says of each signature that it is used up. */
    @SuppressWarnings("InfiniteLoopStatement")
    private static void markForEver(Database database, int first) {
        for (int number = first; true; number++) {
            if (!mark(database, number)) {
                throw new IllegalStateException(number + " was used before");
            }
            System.out.println(number);
        }
    }

    /** Whether the signature of this number was not used before. */
    static boolean mark(Database database, int number) {
        byte[] signature = ByteBuffer.allocate(32).putInt(number).array();
        return database.adapters()
                .signatureMarks()
                .mark(new CredentialId("cred_0000000000000000000000000A"), number, signature, NOW);
    }

    /** Says of each page that it is stored. */
    @SuppressWarnings("InfiniteLoopStatement")
    private static void storeForEver(Database database, SourceId source) {
        SourceImports imports = database.adapters().sourceImports();
        SourceImports.Begun run =
                Objects.requireNonNull(imports.begin(source, new ImportRunId("run_0000000000000000000000000D"), NOW));
        for (int number = 0; true; number++) {
            imports.store(run, page(number), Integer.toString(number), NOW);
            System.out.println(number);
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void registerForEver(Database database) {
        Desk desk = new Desk(StoreTest.ports(database, new Tables(database)));
        Partner partner = desk.enrol(PartnerBuilder.sixpence().build());
        for (int i = 0; true; i++) {
            Desk.Handed handed = desk.register(
                    partner,
                    RequestBuilder.by(partner, "user" + i + "@example.com")
                            .key("api-key-0000" + i, "api-secret-0")
                            .key("api-key-1111" + i, "api-secret-1"));
            System.out.println(handed.user());
        }
    }

    private static void importHalf(Database database) throws InterruptedException {
        SourceImports imports = database.adapters().sourceImports();
        database.importWorker(
                        new ImportWorker.Settings(1, Duration.ofMillis(20), Duration.ofMillis(100), 4), command -> {
                            SourceImports.Begun run = Objects.requireNonNull(imports.begin(
                                    command.source(), new ImportRunId("run_0000000000000000000000000D"), NOW));
                            imports.store(run, page(0), "1", NOW);
                            System.out.println("stored");
                            return hang();
                        })
                .start();
        new CountDownLatch(1).await();
    }

    private static ImportSource.Outcome hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new ImportSource.Outcome.HandedBack();
    }

    /** A page of ten transactions. */
    static List<LedgerTransaction> page(int number) {
        return IntStream.range(0, 10)
                .mapToObj(i -> new LedgerTransaction(
                        "tx-" + number + "-" + i,
                        TransactionKind.DEPOSIT,
                        NOW.minusSeconds(60L * i),
                        new Amount(new AssetCode("BTC"), new BigDecimal("0.5")),
                        null,
                        null,
                        "{}",
                        1))
                .toList();
    }
}
