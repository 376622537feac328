package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.World;
import dev.gangway.application.registration.port.Attachments;
import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryStore;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code Idempotency-Key} on every POST of the partner API that there is: the route table says which. */
final class EveryPostTest {
    private static final String REGISTER = "/api/v1/partner/register";
    private static final String SOURCES = "/api/v1/partner/users/{user_id}/sources";
    private static final String LINKS = "/api/v1/partner/users/{user_id}/links";

    /** What works at each of them. A route that is not here fails every test: say what works there. */
    private static final Map<String, String> BODIES = Map.of(
            REGISTER,
            Bodies.of("new@example.com"),
            SOURCES,
            "{\"api_credentials\":[{\"exchange_name\":\"SIXPENCE\",\"api_key\":\"planted-key-attached\","
                    + "\"api_secret\":\"planted-secret-attached\"}]}",
            LINKS,
            "{}");

    /** What they keep their changes in, out of order while this is set. */
    private final AtomicBoolean broken = new AtomicBoolean();

    private Site site;
    private String user;

    static List<String> posts() {
        try (Site any = Site.open()) {
            List<String> posts = any.server().routes().stream()
                    .filter(route -> route instanceof SecuredRoute.ForPartner
                            && route.method().equals("POST"))
                    .map(Route::path)
                    .toList();
            assertThat(posts).containsExactlyInAnyOrderElementsOf(BODIES.keySet());
            return posts;
        }
    }

    @BeforeEach
    void open() {
        site = Site.open(new World(breakable(new InMemoryStore().ports())));
        user = register("user@example.com");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String register(String email) {
        return site.register(Bodies.of(email)).json().get("user_id").asText();
    }

    private static String body(String post) {
        return Objects.requireNonNull(BODIES.get(post), post);
    }

    private Reply send(String template, String body, String... keys) {
        return sendAs(site.world().token(), template.replace("{user_id}", user), body, keys);
    }

    private Reply sendAs(String token, String path, String body, String... keys) {
        List<String> headers =
                new ArrayList<>(List.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
        for (String key : keys) {
            headers.add("Idempotency-Key");
            headers.add(key);
        }
        return site.send("POST", path, BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }

    private Map<String, Long> rows() {
        return site.world().ports().observed().rows();
    }

    private static boolean isReplay(Reply reply) {
        return "true".equals(reply.header("Idempotency-Replayed"));
    }

    private static ObjectNode withoutLink(Reply reply) {
        return ((ObjectNode) reply.json()).without(List.of("link_id", "redirect_url", "redirect_expires_at"));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void isDoneOnceAndAnsweredAgain(String post) {
        String body = body(post);
        Reply first = send(post, body, "one");
        Map<String, Long> before = rows();

        Reply bare = send(post, body, "one");
        Reply quoted = send(post, body, "\"one\"");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(isReplay(first)).isFalse();
        for (Reply again : List.of(bare, quoted)) {
            assertThat(again.status()).isEqualTo(201);
            assertThat(isReplay(again)).isTrue();
            assertThat(withoutLink(again)).isEqualTo(withoutLink(first));
            assertThat(again.json().fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> first.json().fieldNames());
        }
        for (String kept : List.of("users", "sources", "queued imports", "answered calls")) {
            assertThat(rows().get(kept)).as(kept).isEqualTo(before.get(kept));
        }
        if (first.json().has("redirect_url")) {
            for (Reply one : List.of(quoted, first, bare)) {
                assertThat(follow(one)).as("its link").isEqualTo(303);
                assertThat(follow(one)).as("its link, once more").isEqualTo(410);
            }
        }
    }

    private int follow(Reply reply) {
        String link = reply.json().get("redirect_url").asText().substring(World.BASE_URL.length());
        return site.get(link, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document")
                .status();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void isRefusedForAnotherRequest(String post) {
        String body = body(post);
        send(post, body, "one");
        Map<String, Long> before = rows();

        Reply other = send(post, body + " ", "one");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(rows()).isEqualTo(before);
        assertThat(isReplay(send(post, body, "one"))).isTrue();
        assertThat(send(post, body, "two").status()).isIn(200, 201);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void takesNoKeyThatIsNone(String post) {
        Map<String, Long> before = rows();
        String[][] wrong = {{""}, {"\"\""}, {"one", "one"}, {"\"open"}, {"a b"}, {"x".repeat(256)}, {"\"one\";a=1"}};
        for (String[] keys : wrong) {
            Reply reply = send(post, body(post), keys);
            assertThat(reply.status()).as(Arrays.toString(keys)).isEqualTo(400);
            assertThat(reply.errors()).singleElement().asString().startsWith("Idempotency-Key ");
        }
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void remembersNothingThatWasRefusedOrFailed(String post) {
        String body = body(post);
        Map<String, Long> before = rows();
        assertThat(send(post, "{\"a\":1}", "one").status()).isEqualTo(400);
        broken.set(true);
        assertThat(send(post, body, "one").status()).isEqualTo(500);
        broken.set(false);
        assertThat(rows()).isEqualTo(before);

        Reply mended = send(post, body, "one");

        assertThat(mended.status()).isEqualTo(201);
        assertThat(isReplay(mended)).isFalse();
        assertThat(isReplay(send(post, body, "one"))).isTrue();
    }

    /** The same key is another one for another partner, for another address, and for another user's. */
    @ParameterizedTest
    @MethodSource("posts")
    void countsForOnePartnerAndOneAddress(String post) {
        World world = site.world();
        Partner other =
                world.enrol(PartnerBuilder.of("other").exchanges("SIXPENCE").build());
        String othersToken = world.tokenOf(other, Scope.DEFAULT);
        String body = body(post);
        assertThat(send(post, body, "one").status()).isEqualTo(201);

        Reply foreign = sendAs(
                othersToken,
                post.replace("{user_id}", user),
                body.replace("SIXPENCE\",\"jurisdiction", "OTHER\",\"jurisdiction"),
                "one");
        assertThat(isReplay(foreign)).isFalse();
        assertThat(foreign.status()).as("a user of another partner's").isIn(404, 409);
        for (String elsewhere : BODIES.keySet()) {
            if (!elsewhere.equals(post)) {
                assertThat(isReplay(send(elsewhere, body(elsewhere), "one"))).isFalse();
            }
        }
        if (post.contains("{user_id}")) {
            String second = register("second@example.com");
            Reply theirs = sendAs(world.token(), post.replace("{user_id}", second), body, "one");
            assertThat(theirs.status()).isEqualTo(201);
            assertThat(isReplay(theirs)).isFalse();
            assertThat(isReplay(sendAs(world.token(), post.replace("{user_id}", second), body, "one")))
                    .isTrue();
        }
    }

    /** However a path is spelled, a key is used up for what it leads to. */
    @ParameterizedTest
    @MethodSource("posts")
    void countsForOneAddressHoweverItIsSpelled(String post) {
        send(post, body(post), "one");
        Reply spelled = sendAs(
                site.world().token(),
                post.replace("{user_id}", user).replace("/partner/", "/p%61rtner/"),
                body(post),
                "one");
        assertThat(spelled.status()).isIn(404, 422);
        assertThat(isReplay(spelled)).isFalse();
    }

    private PersistencePorts breakable(PersistencePorts ports) {
        try {
            RecordComponent[] components = PersistencePorts.class.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = breakable(types[i], components[i].getAccessor().invoke(ports));
            }
            return PersistencePorts.class.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("PersistencePorts", impossible);
        }
    }

    private Object breakable(Class<?> type, Object port) {
        if (!List.<Class<?>>of(Registrations.class, Attachments.class, PartnerLinks.class)
                .contains(type)) {
            return port;
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (broken.get()) {
                throw new IllegalStateException("a seeded fault");
            }
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }
}
