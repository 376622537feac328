package dev.gangway.adapters.http.server;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.BodyWriter;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Outlet;
import dev.gangway.adapters.http.wire.RateFields;
import dev.gangway.adapters.http.wire.Stopping;
import dev.gangway.adapters.http.wire.Trace;
import dev.gangway.application.auth.Quota;
import dev.gangway.domain.shared.ErrorCode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Declares the routes to Javalin and writes their answers; a fault becomes a 500 that says nothing of the inside. */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** Where every address is the partner API's, those that there are not included. */
    private static final String PARTNERS = "/api/v1/partner";

    /** Stands for a method that a caller has made up. */
    private static final String OTHER = "OTHER";

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS,
            HandlerType.QUERY,
            HandlerType.TRACE,
            HandlerType.CONNECT);

    private final List<Route> routes;
    private final Gate gate;
    private final Duration patience;
    private final Stopping stopping;
    private final SortedMap<String, SortedSet<String>> allowed = new TreeMap<>();
    private final Set<String> partnerPaths;

    /**
     * Lets requests to {@code routes} through {@code gate}.
     *
     * @param patience how long a body that nobody wanted may take to arrive
     * @param stopping tells streams to come to their end
     */
    public Dispatcher(List<Route> routes, Gate gate, Duration patience, Stopping stopping) {
        this.routes = List.copyOf(routes);
        this.partnerPaths = this.routes.stream()
                .filter(route -> route instanceof SecuredRoute.ForPartner)
                .map(Route::path)
                .collect(Collectors.toUnmodifiableSet());
        this.gate = gate;
        this.patience = patience;
        this.stopping = stopping;
    }

    /** The routes. */
    public List<Route> routes() {
        return routes;
    }

    /** Declares every route, every other method of its path, and what has no route. */
    public void declare(RoutesConfig javalin) {
        for (Route route : routes) {
            add(javalin, route.method(), route);
            if (route.method().equals("GET")) {
                add(javalin, "HEAD", route);
            }
        }
        allowed.forEach((path, methods) -> {
            for (HandlerType method : METHODS) {
                if (!methods.contains(method.name())) {
                    javalin.addHttpHandler(method, path, context -> notAllowed(context, path));
                }
            }
        });
        javalin.exception(Exception.class, (failure, context) -> unexpected(context, failure));
        javalin.error(404, this::notFound);
    }

    private void add(RoutesConfig javalin, String method, Route route) {
        if (!allowed.computeIfAbsent(route.path(), path -> new TreeSet<>()).add(method)) {
            throw new IllegalStateException("two routes for " + method + " " + route.path());
        }
        javalin.addHttpHandler(HandlerType.findOrCreate(method), route.path(), context -> serve(context, route));
    }

    private void serve(Context context, Route route) {
        Call call = call(context.req(), route.path());
        answer(context, call, route.method(), () -> gate.answer(route, call));
    }

    private void answer(Context context, Call call, String method, Supplier<Answer> answering) {
        Answer answer;
        try {
            answer = answering.get();
        } catch (RuntimeException | Error fault) {
            // the last resort: whatever went wrong, the caller is told that and nothing of the inside
            LOG.error("{} {} failed", method, call.trace().route(), fault);
            answer = gate.refuse(Problem.of(ErrorCode.INTERNAL_ERROR), call);
        }
        write(answer, call, context.res());
    }

    private void notAllowed(Context context, String path) {
        Call call = call(context.req(), path);
        String allow = String.join(", ", allowed.getOrDefault(path, new TreeSet<>()));
        refuse(
                context,
                call,
                partnerPaths.contains(path),
                () -> gate.refuse(Problem.of(ErrorCode.METHOD_NOT_ALLOWED), call)
                        .with("Allow", allow));
    }

    /** Refuses a call that comes to no route; what is the partner API's is counted, as every call of it. */
    private void refuse(Context context, Call call, boolean partners, Supplier<Answer> refusal) {
        String method = METHODS.stream().map(HandlerType::name).anyMatch(call.method()::equals) ? call.method() : OTHER;
        String asked = method + ' ' + call.trace().route();
        answer(context, call, method, partners ? () -> gate.astray(asked, call, refusal) : refusal);
    }

    private void notFound(Context context) {
        if (context.req().getAttribute(Trace.ATTRIBUTE) instanceof Trace trace && trace.isMatched()) {
            // the route's own 404
            return;
        }
        // a method that Javalin has never heard of comes to no route, though its path may have some
        String path = allowed.keySet().stream()
                .filter(template -> matches(template, context.req().getRequestURI()))
                .findFirst()
                .orElse(null);
        if (path == null) {
            Call call = call(context.req(), Trace.NO_ROUTE);
            boolean partners = call.path().equals(PARTNERS) || call.path().startsWith(PARTNERS + '/');
            refuse(context, call, partners, () -> gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call));
        } else {
            notAllowed(context, path);
        }
    }

    private static boolean matches(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        boolean same = wanted.length == given.length;
        for (int i = 0; same && i < wanted.length; i++) {
            same = wanted[i].startsWith("{") ? !given[i].isEmpty() : wanted[i].equals(given[i]);
        }
        return same;
    }

    private void unexpected(Context context, Exception fault) {
        Call call = call(context.req(), Trace.NO_ROUTE);
        LOG.error("A request failed outside its route", fault);
        write(gate.refuse(Problem.of(ErrorCode.INTERNAL_ERROR), call), call, context.res());
    }

    private static Call call(HttpServletRequest request, String path) {
        if (!(request.getAttribute(Trace.ATTRIBUTE) instanceof Trace trace)) {
            throw new IllegalStateException("the request did not come in by the entrance");
        }
        trace.matched(path);
        return new Call(request, trace);
    }

    private void write(Answer answer, Call call, HttpServletResponse response) {
        if (!call.body().settle(patience)) {
            response.setHeader("Connection", "close");
        }
        BodyWriter writer = answer.writer();
        if (writer != null) {
            stream(answer, writer, call, response);
            return;
        }
        head(answer, call, response);
        response.setContentLength(answer.body().length);
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException gone) {
            LOG.debug("The caller did not wait for the answer", gone);
        }
    }

    private static void head(Answer answer, Call call, HttpServletResponse response) {
        response.setStatus(answer.status());
        Quota quota = call.trace().quota();
        if (quota != null) {
            response.setHeader(RateFields.POLICY, RateFields.policy(quota));
            response.setHeader(RateFields.LIMIT, RateFields.limit(quota));
        }
        if (answer.contentType() != null) {
            // Javalin may have chosen one for what it took the answer to be
            response.setCharacterEncoding((String) null);
            response.setContentType(answer.contentType());
        } else {
            response.setContentType(null);
        }
        for (Answer.Header header : answer.headers()) {
            if (header.replaces()) {
                response.setHeader(header.name(), header.value());
            } else {
                response.addHeader(header.name(), header.value());
            }
        }
    }

    private void stream(Answer answer, BodyWriter writer, Call call, HttpServletResponse response) {
        Outlet outlet = new Outlet(
                () -> {
                    head(answer, call, response);
                    return response.getOutputStream();
                },
                stopping);
        try {
            if (!call.method().equals("HEAD")) {
                writer.writeTo(outlet);
            }
            outlet.flush();
        } catch (IOException | RuntimeException | Error failed) {
            if (outlet.isGone()) {
                LOG.debug("The caller did not wait for the end of the answer", failed);
                call.breakOff();
                return;
            }
            LOG.error(
                    "{} {} failed in the middle of its answer",
                    call.method(),
                    call.trace().route(),
                    failed);
            if (outlet.isOpen()) {
                call.breakOff();
            } else {
                write(gate.refuse(Problem.of(ErrorCode.INTERNAL_ERROR), call), call, response);
            }
        }
    }
}
