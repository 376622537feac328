package dev.gangway.adapters.http.partnerapi;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.application.registration.PartnerLink;
import dev.gangway.domain.signin.RedirectToken;
import dev.gangway.domain.user.UserId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Links as JSON. The URL stands in the answer that issues it and nowhere else. */
final class LinkDocument {
    private LinkDocument() {}

    /** Whom a fresh link is for; the link itself is added to it. */
    static byte[] ofUser(UserId user) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("user_id", user.value());
            json.writeEndObject();
        });
    }

    static byte[] of(PartnerLink link, Instant now) {
        RedirectToken token = link.token();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("link_id", link.id().value());
            json.writeStringField("user_id", token.userId().value());
            json.writeStringField("state", state(token, now));
            json.writeStringField("issued_at", UserDocument.seconds(token.issuedAt()));
            json.writeStringField("expires_at", UserDocument.seconds(token.expiresAt()));
            optional(json, "viewed_at", token.viewedAt());
            optional(json, "consumed_at", token.consumedAt());
            optional(json, "superseded_at", token.supersededAt());
            optional(json, "revoked_at", token.revokedAt());
            json.writeEndObject();
        });
    }

    private static String state(RedirectToken token, Instant now) {
        return switch (token.state(now)) {
            case LIVE -> token.viewedAt() == null ? "issued" : "viewed";
            case USED -> "consumed";
            case REVOKED -> "revoked";
            case SUPERSEDED -> "superseded";
            case EXPIRED -> "expired";
            case FORGED -> throw new IllegalStateException("a link that is kept was forged");
        };
    }

    private static void optional(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        if (time != null) {
            json.writeStringField(name, UserDocument.seconds(time));
        }
    }
}
