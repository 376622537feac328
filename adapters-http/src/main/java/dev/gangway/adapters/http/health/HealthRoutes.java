package dev.gangway.adapters.http.health;

import dev.gangway.adapters.http.route.PublicPath;
import dev.gangway.adapters.http.route.PublicRoute;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Json;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /health/live} and {@code /health/ready}, for whatever routes traffic to this node. */
public final class HealthRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

    private final List<HealthCheck> checks;

    /** Ready when all {@code checks} are. */
    public HealthRoutes(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new PublicRoute(PublicPath.LIVE, "", call -> Answer.json(200, document("live", List.of()))),
                new PublicRoute(PublicPath.READY, "", call -> ready()));
    }

    private Answer ready() {
        List<String> failing = checks.stream()
                .filter(check -> !works(check))
                .map(HealthCheck::name)
                .toList();
        return failing.isEmpty()
                ? Answer.json(200, document("ready", failing))
                : Answer.json(503, document("not_ready", failing)).with("Retry-After", "5");
    }

    private static boolean works(HealthCheck check) {
        try {
            return check.ready();
        } catch (RuntimeException failed) {
            // a check that cannot be made is not passed, whatever kept it from being made
            LOG.warn("The health check {} failed", check.name(), failed);
            return false;
        }
    }

    private static byte[] document(String status, List<String> failing) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("status", status);
            if (!failing.isEmpty()) {
                json.writeArrayFieldStart("failing");
                for (String name : failing) {
                    json.writeString(name);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }
}
