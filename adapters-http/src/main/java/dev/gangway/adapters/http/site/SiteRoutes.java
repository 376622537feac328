package dev.gangway.adapters.http.site;

import dev.gangway.adapters.http.page.Asset;
import dev.gangway.adapters.http.page.Assets;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.PublicPath;
import dev.gangway.adapters.http.route.PublicRoute;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SignedIn;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Frames;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.domain.shared.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The front page, static files, the API's description, and where the demo is. */
public final class SiteRoutes {
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /r/
            Disallow: /report
            Disallow: /api/
            """;
    private static final String FAVICON = "favicon.svg";
    private static final String A_DAY = "public, max-age=86400";

    private final Pages pages;
    private final Assets assets;
    private final Frames frames;
    private final SignedIn signedIn;
    private final Gate gate;
    private final @Nullable String demo;
    private final byte[] openApi = resource("/openapi/gangway.yaml");

    /**
     * @param gate words refusals
     * @param demo where {@code /demo} leads, null if there is no demo
     */
    public SiteRoutes(Pages pages, Assets assets, Frames frames, SignedIn signedIn, Gate gate, @Nullable String demo) {
        this.pages = pages;
        this.assets = assets;
        this.frames = frames;
        this.signedIn = signedIn;
        this.gate = gate;
        this.demo = demo;
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                new PublicRoute(PublicPath.HOME, MediaType.HTML, this::home),
                new PublicRoute(PublicPath.ASSET, "", call -> asset(call, call.path())),
                new PublicRoute(PublicPath.FAVICON, "", call -> asset(call, Assets.ROOT + FAVICON)),
                new PublicRoute(
                        PublicPath.ROBOTS, "", call -> Answer.text(200, ROBOTS).with("Cache-Control", A_DAY)),
                new PublicRoute(
                        PublicPath.OPENAPI,
                        "",
                        call -> Answer.of(200, "application/yaml", openApi).with("Cache-Control", "no-cache"))));
        if (demo != null) {
            String target = demo;
            routes.add(new PublicRoute(
                    PublicPath.DEMO, "", call -> Answer.empty(302).with("Location", target)));
        }
        return routes;
    }

    private Answer home(Call call) {
        return Answer.html(200, pages.home(frames.of(signedIn.session(call))));
    }

    private Answer asset(Call call, String path) {
        Optional<Asset> found = assets.find(path);
        if (found.isEmpty()) {
            return gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        }
        Asset asset = found.get();
        Answer answer = call.hasExactly("If-None-Match", asset.etag())
                ? Answer.empty(304)
                : Answer.of(200, asset.contentType(), asset.bytes());
        return answer.with("ETag", asset.etag()).with("Cache-Control", asset.cacheControl());
    }

    private static byte[] resource(String name) {
        try (InputStream in = SiteRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the classpath");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
