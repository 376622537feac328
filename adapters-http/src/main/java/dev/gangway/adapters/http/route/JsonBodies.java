package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Body;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Takes the JSON that partners send, or says why not, in the contract's order: 415, 413, 400. */
public final class JsonBodies {
    /** The most bytes of a body, 256 KiB. */
    public static final int MAX_BODY = 256 * 1024;

    private final Gate gate;
    private final Duration patience;
    private final BooleanSupplier stopping;

    /**
     * @param gate words refusals
     * @param patience how long a body may take to arrive
     * @param stopping whether the server is being stopped
     */
    public JsonBodies(Gate gate, Duration patience, BooleanSupplier stopping) {
        this.gate = gate;
        this.patience = patience;
        this.stopping = stopping;
    }

    /** What {@code then} makes of the body, which is said to be JSON and has come whole; else the refusal. */
    public Answer read(Call call, Function<byte[], Answer> then) {
        return isJson(call) ? whole(call, then) : gate.refuse(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE), call);
    }

    /** The same where the body may be left out: {@code then} is given none, whatever its type was said to be. */
    public Answer readOptional(Call call, Function<byte[], Answer> then) {
        return whole(
                call,
                body -> body.length == 0 || isJson(call)
                        ? then.apply(body)
                        : gate.refuse(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE), call));
    }

    private Answer whole(Call call, Function<byte[], Answer> then) {
        return switch (call.body().read(MAX_BODY, patience)) {
            case Body.Read.TooLarge tooLarge -> gate.refuse(Problem.of(ErrorCode.PAYLOAD_TOO_LARGE), call);
            case Body.Read.Broken broken ->
                gate.refuse(
                        // a stopping server may have cut the caller off, whose fault it then is not
                        stopping.getAsBoolean()
                                ? Problem.of(ErrorCode.SERVICE_UNAVAILABLE)
                                : Problem.of(ErrorCode.MALFORMED_REQUEST, "The body did not arrive whole."),
                        call);
            case Body.Read.Complete complete -> then.apply(complete.bytes());
        };
    }

    private static boolean isJson(Call call) {
        List<String> encodings = call.headers("Content-Encoding");
        boolean plain = encodings.isEmpty()
                || (encodings.size() == 1 && Ascii.lower(encodings.get(0)).equals("identity"));
        return plain && MediaType.isJson(call.headers("Content-Type"));
    }
}
