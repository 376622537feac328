package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.adapters.http.wire.FormBody;
import dev.gangway.adapters.http.wire.SameOrigin;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.signin.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts of the forms in pages that a signed-in person sees. What comes from anywhere else changes nothing. */
public final class SessionForms {
    private final FormTokens tokens;
    private final SameOrigin origin;
    private final Gate gate;
    private final Duration patience;

    /**
     * @param origin tells posts of other sites
     * @param gate words refusals
     * @param patience how long a body may take to arrive
     */
    public SessionForms(FormTokens tokens, SameOrigin origin, Gate gate, Duration patience) {
        this.tokens = tokens;
        this.origin = origin;
        this.gate = gate;
        this.patience = patience;
    }

    /** The form's fields; null unless it is from a page of this very session. */
    public @Nullable Fields fields(Call call, Session session) {
        if (!origin.mayPost(call)) {
            return null;
        }
        Fields fields = FormBody.fields(call, patience);
        return fields != null && isFrom(session, fields.once(FormBody.FORM_TOKEN)) ? fields : null;
    }

    /** Whether nothing says that the post is another site's; its token is another matter. */
    public boolean mayPost(Call call) {
        return origin.mayPost(call);
    }

    /** Whether {@code token} stood in a page of the session. */
    public boolean isFrom(Session session, @Nullable String token) {
        return tokens.verifySession(session.idHash(), token);
    }

    /** The refusal of a post that is not from a page of the session. */
    public Answer foreign(Call call) {
        return gate.refuse(Problem.of(ErrorCode.INVALID_FORM_TOKEN), call);
    }
}
