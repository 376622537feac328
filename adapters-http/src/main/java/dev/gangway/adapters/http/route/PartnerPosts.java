package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Reading.Result;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.idempotency.AnswerOnce;
import dev.gangway.application.idempotency.AnswerOnce.Done;
import dev.gangway.application.idempotency.AnswerOnce.Memory;
import dev.gangway.application.idempotency.AnswerOnce.Outcome;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.idempotency.IdempotencyKey;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The one way to a POST of the partner API: takes the body in, lets the route read it, does what it asks for once for each
 * {@code Idempotency-Key}, and answers. In the contract's order: 415, 413, 400; then what was answered before; then what
 * the route refuses.
 */
public final class PartnerPosts {
    private static final String POST = "POST";

    private final AnswerOnce once;
    private final JsonBodies bodies;
    private final Gate gate;

    /**
     * @param once answers repetitions
     * @param bodies takes what is sent
     * @param gate words refusals
     */
    public PartnerPosts(AnswerOnce once, JsonBodies bodies, Gate gate) {
        this.once = once;
        this.bodies = bodies;
        this.gate = gate;
    }

    /** Reads a body. */
    @FunctionalInterface
    public interface Reader {
        /** Reads it; nothing is done yet. */
        Reading read(byte[] body, Call call, Principal principal);
    }

    /** A POST that takes a JSON document and answers with one. */
    public Route json(String path, Scope scope, Reader reader) {
        return route(path, scope, bodies::read, reader);
    }

    /** The same where the body may be left out: the reader is then given no bytes. */
    public Route optionalJson(String path, Scope scope, Reader reader) {
        return route(path, scope, bodies::readOptional, reader);
    }

    private Route route(
            String path, Scope scope, BiFunction<Call, Function<byte[], Answer>, Answer> taking, Reader reader) {
        return new SecuredRoute.ForPartner(
                POST, path, scope, MediaType.JSON, new Repeatable(POST + ' ' + path, taking, reader));
    }

    /** What a POST is answered by. */
    final class Repeatable implements SecuredRoute.PartnerHandler {
        private final String route;
        private final BiFunction<Call, Function<byte[], Answer>, Answer> taking;
        private final Reader reader;

        private Repeatable(String route, BiFunction<Call, Function<byte[], Answer>, Answer> taking, Reader reader) {
            this.route = route;
            this.taking = taking;
            this.reader = reader;
        }

        @Override
        public Answer answer(Call call, Principal principal) {
            return taking.apply(call, body -> answer(body, call, principal));
        }

        private Answer answer(byte[] body, Call call, Principal principal) {
            Reading reading = reader.read(body, call, principal);
            IdempotencyKey key;
            try {
                key = IdempotencyKey.of(call.headers(IdempotencyKey.HEADER));
            } catch (InvalidValue notAKey) {
                return gate.refuse(invalid(notAKey, reading), call);
            }
            if (reading instanceof Reading.Refused refused && key == null) {
                return gate.refuse(refused.problem(), call);
            }
            Answer unacceptable = gate.unlessAccepted(call, MediaType.JSON);
            if (unacceptable != null) {
                return reading instanceof Reading.Refused refused ? gate.refuse(refused.problem(), call) : unacceptable;
            }
            return key == null ? work(reading, call).answer() : once(key, body, reading, call, principal);
        }

        /** What was done before is answered as it was, even if today it would be refused. */
        private Answer once(IdempotencyKey key, byte[] body, Reading reading, Call call, Principal principal) {
            return switch (once.execute(new AnswerOnce.Command<>(
                    key,
                    Segments.filledIn(route, call),
                    request(body, call),
                    principal,
                    call.origin(),
                    () -> work(reading, call)))) {
                case Outcome.Answered<Answer>(Answer answer) -> answer;
                case Outcome.Replayed<Answer> replayed ->
                    RememberedAnswer.of(replayed.text()).with(replayed.link()).with("Idempotency-Replayed", "true");
                case Outcome.Refused<Answer> refused -> refuse(refused.code(), reading, call);
            };
        }

        private Answer refuse(ErrorCode code, Reading reading, Call call) {
            if (reading instanceof Reading.Refused refused) {
                return gate.refuse(refused.problem(), call);
            }
            Answer answer = gate.refuse(Problem.of(code), call);
            return code == ErrorCode.REQUEST_IN_PROGRESS ? answer.with("Retry-After", "1") : answer;
        }
    }

    private Done<Answer> work(Reading reading, Call call) {
        return switch (reading) {
            case Reading.Refused(Problem problem) -> forget(problem, call);
            case Reading.Ready ready ->
                switch (ready.work().get()) {
                    case Result.Refused(Problem problem) -> forget(problem, call);
                    case Result.Answered answered -> {
                        RememberedAnswer answer = new RememberedAnswer(answered.status(), answered.document(), false);
                        yield new Done<>(answer.with(null), new Memory(answer.text(), null));
                    }
                    case Result.Linked linked -> {
                        RememberedAnswer answer =
                                new RememberedAnswer(linked.status(), linked.document(), linked.named());
                        yield new Done<>(answer.with(linked.link()), new Memory(answer.text(), linked.user()));
                    }
                };
        };
    }

    private Done<Answer> forget(Problem problem, Call call) {
        return new Done<>(gate.refuse(problem, call), null);
    }

    /** The address with its query and the body, each byte of which becomes one character. */
    private static Secret request(byte[] body, Call call) {
        return Secret.of(call.target() + '\n' + new String(body, StandardCharsets.ISO_8859_1));
    }

    /** Tells of the key together with whatever fields are wrong; a body that cannot be read is told first. */
    private static Problem invalid(InvalidValue notAKey, Reading reading) {
        List<InvalidValue> errors = new ArrayList<>();
        if (reading instanceof Reading.Refused(Problem problem)) {
            if (problem.code() != ErrorCode.VALIDATION_FAILED) {
                return problem;
            }
            errors.addAll(problem.errors());
        }
        errors.add(notAKey);
        return Problem.invalid(errors);
    }
}
