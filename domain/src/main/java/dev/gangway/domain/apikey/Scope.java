package dev.gangway.domain.apikey;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a credential may do. Each route states the one that it needs. */
public enum Scope {
    /** Register users and make links. */
    USERS_WRITE("users:write"),
    /** See users and links. */
    USERS_READ("users:read"),
    /** Attach and remove sources. */
    SOURCES_WRITE("sources:write"),
    /** See portfolios. */
    PORTFOLIO_READ("portfolio:read"),
    /** Make and revoke credentials. */
    CREDENTIALS_MANAGE("credentials:manage"),
    /** Configure webhooks. */
    WEBHOOKS_MANAGE("webhooks:manage");

    /** What a credential may do unless it was issued for less or more. */
    public static final Set<Scope> DEFAULT =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CREDENTIALS_MANAGE, WEBHOOKS_MANAGE)));

    private final String apiName;

    Scope(String apiName) {
        this.apiName = apiName;
    }

    /** The name in the API, such as {@code users:write}. */
    public String apiName() {
        return apiName;
    }

    /** The scope with exactly this name, or null. */
    public static @Nullable Scope named(String name) {
        for (Scope scope : values()) {
            if (scope.apiName.equals(name)) {
                return scope;
            }
        }
        return null;
    }
}
