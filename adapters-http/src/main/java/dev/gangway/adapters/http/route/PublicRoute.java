package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;

/** One of the few routes that anybody may ask. */
public record PublicRoute(PublicPath at, String produces, Handler handler) implements Route {
    @Override
    public String method() {
        return at.method();
    }

    @Override
    public String path() {
        return at.path();
    }

    /** Answers anybody. */
    @FunctionalInterface
    public interface Handler {
        /** Answers. */
        Answer answer(Call call);
    }
}
