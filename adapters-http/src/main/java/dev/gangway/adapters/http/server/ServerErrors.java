package dev.gangway.adapters.http.server;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.problem.Refusals;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Trace;
import dev.gangway.domain.shared.ErrorCode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words the errors that the server itself finds, before or after any route, like every other. */
public final class ServerErrors implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

    private final Entrance entrance;
    private final StandingHeaders headers;
    private final Refusals refusals;

    /** Words errors by {@code refusals}. */
    public ServerErrors(Entrance entrance, StandingHeaders headers, Refusals refusals) {
        this.entrance = entrance;
        this.headers = headers;
        this.refusals = refusals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Trace trace = entrance.trace(request);
        Throwable failure =
                request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        // what the server calls quiet is the caller's doing, such as going away in the middle of a line
        boolean callersDoing = failure instanceof QuietException && response.getStatus() == 500;
        Problem problem = problem(callersDoing ? 400 : response.getStatus());
        if (problem.code() == ErrorCode.INTERNAL_ERROR) {
            LOG.error("The server failed on request {}", trace.requestId(), failure);
        }
        Answer answer = refusals.answer(
                problem,
                request.getHttpURI() == null || request.getHttpURI().getPath() == null
                        ? "/"
                        : request.getHttpURI().getPath(),
                request.getHeaders().getValuesList(HttpHeader.ACCEPT),
                trace.requestId());
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        headers.put(fields, trace.requestId());
        for (Answer.Header header : answer.headers()) {
            fields.put(header.name(), header.value());
        }
        if (answer.contentType() != null) {
            fields.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        fields.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    /** The problem for a status that the server chose, which stays as it is. */
    private static Problem problem(int status) {
        ErrorCode code = switch (status) {
            case 404 -> ErrorCode.NOT_FOUND;
            case 405, 501 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.SERVICE_UNAVAILABLE;
            default ->
                (status >= 400 && status < 500) || status == 505
                        ? ErrorCode.MALFORMED_REQUEST
                        : ErrorCode.INTERNAL_ERROR;
        };
        Problem problem = switch (status) {
            case 414 -> Problem.of(code, "The address is too long.");
            case 431 -> Problem.of(code, "The headers are too large.");
            case 505 -> Problem.of(code, "Use HTTP/1.1.");
            default -> Problem.of(code);
        };
        return status >= 400 && status < 600 ? problem.withStatus(status) : problem;
    }
}
