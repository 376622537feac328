package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.bootstrap.config.LogFormat;
import dev.gangway.bootstrap.config.LogSettings;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import dev.gangway.bootstrap.demo.sixpence.api.ApiCall;
import dev.gangway.bootstrap.demo.sixpence.api.Fault;
import dev.gangway.bootstrap.server.Node;
import dev.gangway.bootstrap.testkit.Condition;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Secrets go through everything that can go well or wrong, and are then looked for in every line that was logged, in every
 * answer that was no place for them, and in everything that the database holds.
 */
class SecrecyTest {
    private static final int TRANSACTIONS = 250;
    private static final Pattern LINK_PATH = Pattern.compile("/+r\\\\?/(?!\\{|\\[redacted])[A-Za-z0-9]");

    private final Planted planted = new Planted();
    private final List<String> answers = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void noSecretIsLoggedAnsweredOrStored(TestDatabase database) {
        LogFormat format = database == TestDatabase.H2 ? LogFormat.JSON : LogFormat.TEXT;
        String url = database.newUrl();
        ApiKey good = new ApiKey(planted.plant("good-key"), planted.plant("good-secret"), Set.of(ApiKey.READ), true);
        Account account = new Account("SIX-ACC-000777", List.of(good), SeededHistory.of(7, TRANSACTIONS));
        try (Eavesdropper log = new Eavesdropper(new LogSettings(format, "debug"));
                SixpenceExchange exchange = SixpenceExchange.start(0, List.of(account))) {
            exchange.faults(this::echo);
            Map<String, String> variables = Town.variables(
                    url,
                    Scratch.folder(),
                    Map.of(
                            "GANGWAY_EXCHANGE_SIXPENCE_URL",
                            exchange.baseUrl().toString(),
                            "GANGWAY_IMPORT_ATTEMPTS",
                            "1",
                            "GANGWAY_MASTER_KEY",
                            planted.plant(
                                    "master-key", MasterKey.generate().text().value())));
            String token = planted.plant("bearer", new Office(variables).open());
            try (Node node = Node.start(
                            Town.configuration(url, Scratch.folder(), variables), Databases.Migration.ALWAYS, null);
                    Store store = Store.of(database, url)) {
                Till till = Office.till(node.baseUrl(), token);
                URI link = wellBehaved(node, till, good);
                misspelt(till, good);
                refusedByTheExchange(till, store);
                strangers(node.baseUrl(), link);
                brokenInside(node, till, store, good);
                assertThat(store.number("select count(*) from answered_calls")).isEqualTo(3);
                assertThat(planted.in(store.dump(Set.of())))
                        .as("secrets in the database")
                        .isEmpty();
            }
            assertThat(planted.in(log.meant())).as("secrets that were logged").isEmpty();
            assertThat(planted.in(log.written()))
                    .as("secrets in the written log")
                    .isEmpty();
            assertThat(lines(log.meant())).as("links that were logged").isEmpty();
            assertThat(lines(log.written())).as("links in the written log").isEmpty();
            assertThat(Stream.of(
                                    "POST /api/v1/partner/register failed",
                                    "GET /r/{token} failed",
                                    "import-source",
                                    "outcome=\"CREDENTIALS_REFUSED",
                                    "Not authenticated",
                                    "gangway.access")
                            .filter(said -> !log.meant().contains(said)))
                    .as("what was not logged, though it went wrong")
                    .isEmpty();
        }
        assertThat(answers.stream().flatMap(answer -> planted.in(answer).stream()))
                .as("secrets in answers")
                .isEmpty();
        if (database == TestDatabase.H2) {
            assertThat(planted.in(files(url)))
                    .as("secrets in the database's files")
                    .isEmpty();
        }
    }

    private record Fate(String kind, ApiKey key) {}

    /** How the exchange treats each key, and what it says while it does. */
    private static final Map<String, Fault> FATES = Map.of(
            "refused",
                    new Fault.Instead(
                            401,
                            "application/json",
                            "{\"code\":\"INVALID_KEY\",\"detail\":\"bad secret %1$s of %2$s\"}"),
            "forbidden",
                    new Fault.Instead(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"echo\":\"%1$s\"}"),
            "broken", new Fault.Instead(500, "text/plain", "no such secret: %1$s (key %2$s)"),
            "garbage", new Fault.Instead(200, "application/json", "{\"account_id\": %1$s"),
            "surprise", new Fault.Instead(200, "application/json", "{\"account_id\":[\"%1$s\"],\"%2$s\":1}"),
            "elsewhere", new Fault.Instead(302, "text/html", "<a href=\"/%1$s\">"));

    private final Map<String, Fate> fates = new ConcurrentHashMap<>();

    private Fault echo(ApiCall call) {
        Fate fate = call.apiKey().map(fates::get).orElse(null);
        if (fate == null) {
            return Fault.none();
        }
        Fault.Instead planned = (Fault.Instead) Objects.requireNonNull(FATES.get(fate.kind()));
        return new Fault.Instead(
                planned.status(),
                planned.contentType(),
                planned.body().formatted(fate.key().secret(), fate.key().key()));
    }

    /** All goes as it should: registered, landed, imported, signed out. Returns the link, which is used up. */
    private URI wellBehaved(Node node, Till till, ApiKey good) {
        ObjectNode body = till.handover("well@example.com", good);
        ((ObjectNode) body.path("api_credentials").path(0)).put("api_passphrase", planted.plant("passphrase"));
        Till.Answer answer = till.send(body.toString(), "once");
        assertThat(answer.status()).isEqualTo(201);
        URI link = plant("link", answer.link());
        answers.add(answer.response().body().replace(Links.token(link), ""));

        Visitor visitor = new Visitor();
        assertThat(visitor.navigate(link).statusCode()).isEqualTo(303);
        String session = planted.plant("session", visitor.session());
        planted.plant(
                "session-bytes", HexFormat.of().formatHex(Base64.getUrlDecoder().decode(session)));
        Condition.await("the import is complete", () -> {
            HttpResponse<String> report = visitor.navigate(node.baseUrl().resolve("/report"));
            answers.add(withoutItsForm(report.body()));
            return report.body().contains("Up to date");
        });
        String page = visitor.navigate(node.baseUrl().resolve("/report")).body();
        planted.plant("form-token", Visitor.formToken(page));
        assertThat(visitor.press(node.baseUrl().resolve("/sign-out"), page).statusCode())
                .isEqualTo(303);
        repeated(till, body.toString(), answer.userId());
        return link;
    }

    /** Every POST of the partner API that is remembered, and its repetition. */
    private void repeated(Till till, String registration, String user) {
        String attachment = "{\"api_credentials\":[{\"exchange_name\":\"SIXPENCE\",\"api_key\":\""
                + planted.plant("attached-key") + "\",\"api_secret\":\"" + planted.plant("attached-secret") + "\"}]}";
        String of = "/api/v1/partner/users/" + user;
        Map<String, String> posts =
                Map.of("/api/v1/partner/register", registration, of + "/sources", attachment, of + "/links", "{}");
        posts.forEach((path, body) -> {
            for (String which : List.of("first", "second")) {
                Till.Answer answer = till.call("POST", path, body, "Idempotency-Key", "once");
                assertThat(answer.status()).as(path + answer.body()).isEqualTo(201);
                boolean linked = answer.body().has("redirect_url");
                URI link = linked ? plant(which + path, answer.link()) : till.baseUrl();
                answers.add(
                        linked
                                ? answer.response().body().replace(Links.token(link), "")
                                : answer.body().toString());
            }
        });
    }

    private static String withoutItsForm(String page) {
        return page.replace(Visitor.formToken(page), "");
    }

    private URI plant(String name, URI link) {
        planted.plant(name + "-token", Links.token(link));
        String id = planted.plant(name + "-id", Links.id(link));
        planted.plant(
                name + "-id-bytes",
                HexFormat.of().formatHex(Base64.getUrlDecoder().decode(id)));
        return link;
    }

    /** Registrations that are wrong in some way, each with secrets in it. */
    private void misspelt(Till till, ApiKey good) {
        String key = planted.plant("misspelt-key");
        String secret = planted.plant("misspelt-secret", "-----BEGIN KEY-----\nplanted-line-two-of-the-key\n-----END");
        ApiKey wrong = new ApiKey(key, secret, Set.of(ApiKey.READ), true);
        String right = till.handover("misspelt@example.com", wrong).toString();
        List<String> bodies = new ArrayList<>(List.of(
                right.substring(0, right.length() - 4),
                right + right,
                right.replace("\"api_secret\"", "\"api_secret\":\"twice\",\"api_secret\""),
                right.replace("\"" + key + "\"", key),
                right.replace("\"" + key + "\"", "[\"" + key + "\"]"),
                right.replace(key, key + "\\u0000"),
                right.replace(key, key + "\\ud800"),
                right.replace(key, key + "\n"),
                right.replace(key, key + "x".repeat(4096)),
                right.replace("}]", ",\"api_passphrase\":\"" + planted.plant("bad-passphrase") + "\\r\"}]"),
                "[" + right + "]",
                "\"" + key + "\"",
                right + " ".repeat(300 * 1024)));
        for (String member : List.of("email", "name", "surname", "partner_source", "discount_code", "jurisdiction")) {
            ObjectNode misplaced = till.handover("misplaced@example.com", good);
            misplaced.put(member, planted.plant("as-" + member) + "\u0007" + "!".repeat(300));
            bodies.add(misplaced.toString());
        }
        ObjectNode mismatch = till.handover("mismatch@example.com", good);
        mismatch.put("partner_source", planted.plant("as-partner"));
        bodies.add(mismatch.toString());
        ObjectNode elsewhere = till.handover("elsewhere@example.com", good);
        ((ObjectNode) elsewhere.path("api_credentials").path(0)).put("exchange_name", planted.plant("as-exchange"));
        bodies.add(elsewhere.toString());
        for (String body : bodies) {
            Till.Answer answer = till.send(body);
            assertThat(answer.status()).as(answer.response().body()).isBetween(400, 413);
            answers.add(answer.response().body());
        }

        Visitor caller = new Visitor();
        String mark = planted.plant("header");
        URI register = till.baseUrl().resolve("/api/v1/partner/register");
        URI asked = URI.create(register + "?api_key=" + planted.plant("query"));
        for (HttpRequest.Builder request : List.of(
                HttpRequest.newBuilder(register).header("Content-Type", "text/" + mark),
                HttpRequest.newBuilder(asked).header("Content-Type", "application/json"),
                HttpRequest.newBuilder(register).header("Authorization", "Bearer " + planted.plant("no-token")),
                HttpRequest.newBuilder(register)
                        .header("Authorization", "Bearer gw_sandbox_" + planted.plant("near-token")),
                HttpRequest.newBuilder(register).header("Authorization", "Basic " + planted.plant("basic")),
                HttpRequest.newBuilder(register)
                        .header("Authorization", "Bearer " + till.token())
                        .header("Authorization", "Bearer " + till.token()),
                HttpRequest.newBuilder(register).header("X-API-Key", mark).header("X-Signature", mark),
                HttpRequest.newBuilder(register).header("Cookie", Visitor.SESSION + "=" + mark),
                HttpRequest.newBuilder(register.resolve("/api/" + "nowhere?secret=" + mark)))) {
            HttpResponse<String> answer = caller.send(request.POST(HttpRequest.BodyPublishers.ofString(right)));
            assertThat(answer.statusCode()).isBetween(400, 415);
            answers.add(answer.headers().map() + answer.body());
        }
    }

    /** Imports that fail while the exchange repeats what it was sent. */
    private void refusedByTheExchange(Till till, Store store) {
        FATES.keySet().forEach(kind -> {
            ApiKey key = new ApiKey(planted.plant(kind + "-key"), planted.plant(kind + "-secret"), Set.of(), true);
            fates.put(key.key(), new Fate(kind, key));
            Till.Answer answer = till.register(kind + "@example.com", key);
            assertThat(answer.status()).isEqualTo(201);
            URI link = plant(kind + "-link", answer.link());
            Condition.await(
                    "the import of " + kind + " has ended",
                    () -> !"processing"
                            .equals(store.column("select status from sources where id = ?", answer.sourceId())
                                    .getFirst()));
            Visitor visitor = new Visitor();
            visitor.navigate(link);
            planted.plant(kind + "-session", visitor.session());
            String report = visitor.navigate(till.baseUrl().resolve("/report")).body();
            assertThat(report).contains("class=\"advice\"");
            answers.add(withoutItsForm(report));
        });
    }

    /** Whoever knocks with a link, in every way that a link can be mishandled. */
    private void strangers(URI base, URI used) {
        String token = Links.token(used);
        String stranger = planted.plant("stranger");
        for (String path : List.of(
                "/r/" + token,
                "/r/" + token + "/",
                "/r/" + token + "?next=" + stranger,
                "/r/" + token + "%20",
                "/r/" + token + "x",
                "/r/" + stranger,
                "//r/" + token,
                "/R/" + token,
                "/r/../r/" + token,
                "/report/r/" + token,
                "/api/r/" + token)) {
            URI address = URI.create(base + path);
            Visitor visitor = new Visitor();
            for (HttpResponse<String> answer : List.of(
                    visitor.navigate(address),
                    visitor.look(address),
                    visitor.post(address, "form_token=" + stranger),
                    visitor.post(address, stranger),
                    visitor.send(HttpRequest.newBuilder(address).method("HEAD", HttpRequest.BodyPublishers.noBody())),
                    visitor.send(HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.ofString(stranger))))) {
                assertThat(answer.statusCode()).as(path).isBetween(400, 499);
                answers.add(answer.headers().map() + answer.body());
            }
        }
        for (String head : List.of(
                "GET /r/" + token + " HTTP/9.9",
                "GET /r/" + token + "<>| HTTP/1.1",
                "G@T /r/" + token + " HTTP/1.1",
                "GET /r/" + token + "\r\nHost: x",
                "GET /r/" + token + " HTTP/1.1\r\nHost: a\r\nHost: b",
                "GET /r/" + token + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + stranger,
                "GET /%zz/r/" + token + " HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: gangway_session=" + stranger + "x".repeat(20_000))) {
            answers.add(raw(base, head));
        }
    }

    private static String raw(URI base, String head) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).matches("(?s)HTTP/1\\.1 (4|505).*");
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database fails in the middle of a registration, a sign-in and an import. */
    private void brokenInside(Node node, Till till, Store store, ApiKey good) {
        URI link = plant("late-link", till.register("late@example.com", good).link());
        ApiKey unlucky = new ApiKey(planted.plant("unlucky-key"), planted.plant("unlucky-secret"), Set.of(), true);

        store.change("alter table redirect_tokens rename to redirect_tokens_away");
        Till.Answer failed = till.register("unlucky@example.com", unlucky);
        HttpResponse<String> failedLink = new Visitor().navigate(link);
        store.change("alter table redirect_tokens_away rename to redirect_tokens");
        store.change("alter table users add constraint closed check (email <> 'unlucky@example.com')");
        Till.Answer refused = till.register("unlucky@example.com", unlucky);
        assertThat(List.of(failed.status(), failedLink.statusCode(), refused.status()))
                .containsOnly(500);
        answers.addAll(List.of(
                failed.response().body(), failedLink.body(), refused.response().body()));
        assertThat(store.number("select count(*) from users where email like 'unlucky%'"))
                .isZero();

        store.change("alter table ledger_transactions rename to ledger_transactions_away");
        ApiKey second = new ApiKey(good.key(), good.secret(), Set.of(ApiKey.READ), true);
        String source = till.register("stuck@example.com", second).sourceId();
        Condition.await(
                "the import has failed",
                () -> store.number("select count(*) from scheduled_tasks where consecutive_failures > 0") > 0);
        store.change("alter table ledger_transactions_away rename to ledger_transactions");
        Condition.await(
                "the import has recovered",
                () -> store.column("select status from sources where id = ?", source)
                        .getFirst()
                        .equals("populated"));
        assertThat(new Visitor().fetch(node.baseUrl().resolve("/health/ready")).statusCode())
                .isEqualTo(200);
    }

    private static String files(String url) {
        Path database = Path.of(url.substring("jdbc:h2:file:".length()));
        try (Stream<Path> files = Files.list(Objects.requireNonNull(database.getParent()))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            assertThat(all.length()).isGreaterThan(10_000);
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String log) {
        return log.lines().filter(line -> LINK_PATH.matcher(line).find()).toList();
    }
}
