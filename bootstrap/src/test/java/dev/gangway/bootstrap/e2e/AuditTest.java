package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import dev.gangway.bootstrap.server.Node;
import dev.gangway.bootstrap.testkit.Condition;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.shared.RequestOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody has done is in the audit log, from the call or the command to {@code gangway audit}. */
class AuditTest {
    private static final String USERS = "/api/v1/partner/users/";
    private static final String CSV = "date,kind,received_quantity,received_asset,id\n2024-03-31,deposit,1000,ZAR,d1\n";

    private final ApiKey key = ApiKey.readOnly(new Random(7));
    private final ApiKey another = ApiKey.readOnly(new Random(8));
    private final Account account = new Account("SIX-ACC-1", List.of(key, another), SeededHistory.of(7, 20));

    /** What proves who does a thing; a new action has to say it. */
    private static String provedBy(AuditAction action) {
        return switch (action) {
            case PARTNER_ENROLLED,
                    PARTNER_CHANGED,
                    CREDENTIAL_ISSUED,
                    CREDENTIAL_ROTATED,
                    CREDENTIAL_REVOKED,
                    KEYS_ROTATED,
                    KEYS_RETIRED,
                    LEDGER_REDERIVED -> RequestOrigin.COMMAND_LINE;
            case USER_REGISTERED,
                    USER_REGISTERED_AGAIN,
                    LINK_REISSUED,
                    LINK_ISSUED,
                    LINK_REVOKED,
                    SOURCES_ATTACHED,
                    SOURCE_REMOVED,
                    CONNECTION_ENDED -> "Bearer";
            case LINK_CONSUMED -> RequestOrigin.LINK;
            case SIGNED_OUT,
                    SHARING_WIDENED,
                    SHARING_NARROWED,
                    SOURCE_REFRESHED,
                    SOURCE_KEY_REPLACED,
                    HISTORY_UPLOADED -> RequestOrigin.SESSION;
            case AUTHENTICATION_REFUSED -> "Bearer";
        };
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatSomebodyDoesIsInTheLog(TestDatabase database) {
        String url = database.newUrl();
        try (SixpenceExchange exchange = SixpenceExchange.start(0, List.of(account))) {
            Map<String, String> variables = Town.variables(
                    url,
                    Scratch.folder(),
                    Map.of("GANGWAY_EXCHANGE_SIXPENCE_URL", exchange.baseUrl().toString()));
            Office office = new Office(variables);
            String token = office.open();
            try (Node node = Node.start(
                            Town.configuration(url, Scratch.folder(), variables), Databases.Migration.ALWAYS, null);
                    Store store = Store.of(database, url)) {
                Till till = Office.till(node.baseUrl(), token);
                Till.Answer registered =
                        till.send(till.handover("a@example.com", key).toString(), "one");
                theUserDoesWhatUsersDo(till, registered, store);
                thePartnerDoesWhatPartnersDo(till, registered);
                theOperatorDoesWhatOperatorsDo(office, store);
                isRefused(till);
                Condition.await(
                        "the refusal is written",
                        () -> store.number("select count(*) from audit_log where action = 'authentication_refused'")
                                > 0);
            }
            isAllThere(office.run("audit", "--since", "1h", "--limit", "1000").path("entries"));
        }
    }

    private static void isAllThere(JsonNode entries) {
        assertThat(entries.findValuesAsText("action"))
                .containsAll(Arrays.stream(AuditAction.values())
                        .map(AuditAction::apiName)
                        .toList());
        assertThat(entries).allSatisfy(entry -> {
            AuditAction action = Arrays.stream(AuditAction.values())
                    .filter(one -> one.apiName().equals(entry.path("action").asText()))
                    .findFirst()
                    .orElseThrow();
            String scheme = entry.path("scheme").asText();
            assertThat(scheme).as(entry.toString()).isEqualTo(provedBy(action));
            assertThat(entry.path("subject").asText()).as(entry.toString()).isNotEmpty();
            assertThat(entry.path("request_id").asText()).as(entry.toString()).isNotEmpty();
            boolean local = scheme.equals(RequestOrigin.COMMAND_LINE);
            assertThat(entry.path("address").asText())
                    .as(entry.toString())
                    .matches(local ? "local" : "127\\.0\\.0\\.1|::1");
            if (action != AuditAction.AUTHENTICATION_REFUSED) {
                // a partner's credential, or a person
                assertThat(entry.path(scheme.equals("Bearer") ? "credential_id" : "actor")
                                .isNull())
                        .as(entry.toString())
                        .isFalse();
            }
        });
    }

    private void theUserDoesWhatUsersDo(Till till, Till.Answer registered, Store store) {
        String source = registered.sourceId();
        Visitor visitor = new Visitor();
        assertThat(visitor.navigate(registered.link()).statusCode()).isEqualTo(303);
        Condition.await(
                "the history is here",
                () -> store.column("select status from sources where id = ?", source)
                        .getFirst()
                        .equals("populated"));
        String token = Visitor.formToken(
                visitor.navigate(till.baseUrl().resolve("/report")).body());
        String form = "form_token=" + token;
        String partner =
                store.column("select id from partners where slug = 'sixpence'").getFirst();
        for (String sharing : List.of("all_sources", "sent_sources")) {
            posts(visitor, till, "/report/sharing", form + "&partner=" + partner + "&sharing=" + sharing);
        }
        posts(visitor, till, "/sources/" + source + "/refresh", form);
        posts(
                visitor,
                till,
                "/sources/" + source + "/key",
                form + "&api_key=" + another.key() + "&api_secret=" + another.secret());
        HttpResponse<String> preview =
                visitor.send(HttpRequest.newBuilder(till.baseUrl().resolve("/report/upload"))
                        .header("Accept", "text/html")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(
                                "--x\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n" + token
                                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                                        + "Content-Type: text/csv\r\n\r\n" + CSV + "\r\n--x--\r\n")));
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        int action = preview.body().indexOf("action=\"/report/uploads/") + "action=\"".length();
        posts(visitor, till, preview.body().substring(action, preview.body().indexOf('"', action)), form);
        posts(visitor, till, "/sign-out", form);
    }

    private static void posts(Visitor visitor, Till till, String path, String form) {
        HttpResponse<String> answer = visitor.post(till.baseUrl().resolve(path), form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(303);
    }

    private void thePartnerDoesWhatPartnersDo(Till till, Till.Answer registered) {
        String body = till.handover("a@example.com", key).toString();
        assertThat(till.send(body, "one").status()).as("a repetition").isEqualTo(201);
        assertThat(till.send(body).status()).as("once more").isEqualTo(200);
        String user = USERS + registered.userId();
        String link =
                call(till, "POST", user + "/links", "{}", 201).path("link_id").asText();
        call(till, "DELETE", "/api/v1/partner/links/" + link, "", 204);
        String attached = call(
                        till,
                        "POST",
                        user + "/sources",
                        "{\"api_credentials\":[{\"exchange_name\":\"SIXPENCE\",\"api_key\":\"attached-key-1\","
                                + "\"api_secret\":\"attached-secret-1\"}]}",
                        201)
                .at("/sources/0/source_id")
                .asText();
        call(till, "DELETE", user + "/sources/" + attached, "", 204);
        call(till, "DELETE", user + "/connection", "", 204);
    }

    private static JsonNode call(Till till, String method, String path, String body, int status) {
        Till.Answer answer = till.call(method, path, body);
        assertThat(answer.status()).as(method + path + answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static void theOperatorDoesWhatOperatorsDo(Office office, Store store) {
        Path changed = Scratch.folder().resolve("changed.yaml");
        try {
            Files.writeString(changed, "{slug: sixpence, name: Sixpence X, exchanges: [SIXPENCE]}");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        office.run("partner", "enrol", changed.toString());
        String issued = office.run("partner", "credential", "issue", "sixpence", "--type", "client-secret")
                .path("credential_id")
                .asText();
        String next = office.run("partner", "credential", "rotate", "sixpence", issued)
                .path("credential_id")
                .asText();
        office.run("partner", "credential", "revoke", "sixpence", next);
        office.run("ledger", "rederive", "--exchange", "sixpence");
        retireKeys(office, store);
    }

    /** Rotations take minutes until they are over: every key is as old as it would be then. */
    private static void retireKeys(Office office, Store store) {
        Timestamp longAgo = Timestamp.from(Instant.now().minus(Duration.ofHours(2)));
        Timestamp later = Timestamp.from(Instant.now().minus(Duration.ofHours(1)));
        store.change("update key_rings set active_from = ?", longAgo);
        office.run("keys", "rotate");
        Condition.await("the old sealing key is retired", () -> {
            store.change("update key_rings set active_from = ? where active_from > ?", later, later);
            office.run("keys", "reseal");
            return !office.run("keys", "retire").path("retired").isEmpty();
        });
    }

    private static void isRefused(Till till) {
        assertThat(new Till(till.baseUrl(), "SIXPENCE", "gw_sandbox_forged")
                        .register("a@example.com", ApiKey.readOnly(new Random(9)))
                        .status())
                .isEqualTo(401);
    }

    /** However many nodes refuse a caller, and however often: it is one row a minute, and no call is lost. */
    @Test
    void twoNodesCountTheSameRefusalsTogether() {
        String url = TestDatabase.POSTGRESQL.newUrl();
        Map<String, String> variables = Town.variables(url, Scratch.folder(), Map.of("GANGWAY_IMPORT_WORKERS", "0"));
        new Office(variables).open();
        try (ServerProcess a = ServerProcess.start(variables);
                ServerProcess b = ServerProcess.start(variables);
                Store store = Store.of(TestDatabase.POSTGRESQL, url)) {
            List<URI> servers = List.of(a.baseUrl(), b.baseUrl());
            int rounds = 5;
            int calls = 20;
            for (int round = 1; round <= rounds; round++) {
                IntStream.range(0, calls)
                        .parallel()
                        .forEach(i -> isRefused(new Till(servers.get(i % 2), "SIXPENCE", "")));
                int soFar = round * calls;
                Condition.await(
                        "all are counted",
                        () -> store.number("select coalesce(sum(refusals), 0) from refusal_counts") == soFar);
            }
            List<String> minutes = store.column(
                    "select to_char(at, 'YYYY-MM-DD HH24:MI') from audit_log where action = 'authentication_refused'");
            assertThat(minutes).doesNotHaveDuplicates().hasSizeBetween(1, rounds);
            for (String change : List.of(
                    "update audit_log set reason = 'none'",
                    "delete from audit_log",
                    "truncate audit_log",
                    "update refusal_counts set refusals = 0",
                    "delete from refusal_counts")) {
                assertThatThrownBy(() -> store.change(change)).as(change).hasStackTraceContaining("only");
            }
        }
    }
}
