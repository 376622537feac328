package dev.gangway.adapters.http.partnerapi;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.application.user.PartnerSource;
import dev.gangway.application.user.PartnerUser;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.user.UserId;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users and their sources as JSON. What is not known, or not this partner's to know, is left out. */
final class UserDocument {
    private UserDocument() {}

    static byte[] of(PartnerUser user) {
        return Json.write(json -> write(json, user));
    }

    static byte[] of(List<PartnerUser> users, @Nullable UserId next) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("users");
            for (PartnerUser user : users) {
                write(json, user);
            }
            json.writeEndArray();
            json.writeBooleanField("has_more", next != null);
            json.writeStringField("next_cursor", next == null ? null : UserCursor.of(next));
            json.writeEndObject();
        });
    }

    static byte[] of(List<PartnerSource> sources) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("sources");
            for (PartnerSource source : sources) {
                write(json, source);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, PartnerUser user) throws IOException {
        json.writeStartObject();
        json.writeStringField("user_id", user.id().value());
        json.writeStringField("email", user.email());
        optional(json, "name", user.name() == null ? null : user.name().value());
        optional(json, "surname", user.surname() == null ? null : user.surname().value());
        optional(
                json,
                "jurisdiction",
                user.jurisdiction() == null ? null : user.jurisdiction().value());
        optional(
                json,
                "partner_user_id",
                user.partnerUserId() == null ? null : user.partnerUserId().value());
        json.writeStringField("connection_status", "active");
        json.writeStringField("connected_at", seconds(user.connectedAt()));
        json.writeStringField("created_at", seconds(user.createdAt()));
        json.writeNumberField("sources_count", user.sources());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, PartnerSource source) throws IOException {
        json.writeStartObject();
        json.writeStringField("source_id", source.id().value());
        json.writeStringField("exchange_name", source.exchange().value());
        json.writeStringField("status", source.status().apiName());
        SourceFailure failure = source.failure();
        if (failure != null) {
            json.writeStringField("failure_code", failure.name());
            json.writeStringField("failure_message", message(failure));
        }
        json.writeStringField("created_at", seconds(source.createdAt()));
        Instant imported = source.importedAt();
        optional(json, "last_imported_at", imported == null ? null : seconds(imported));
        json.writeEndObject();
    }

    private static String message(SourceFailure failure) {
        return switch (failure) {
            case CREDENTIALS_REFUSED -> "The exchange refuses the key. Send a new read-only one.";
            case PERMISSION_MISSING -> "The key may not read the history. Send one that may.";
            case KEY_NOT_READ_ONLY -> "The key may trade or withdraw, so it is not used. Send a read-only one.";
            case CREDENTIALS_UNREADABLE -> "The key that is kept can no longer be opened. Send it again.";
            case OTHER_ACCOUNT -> "The key opens another account than the one whose history is here.";
            case KEY_WITHDRAWN -> "There is no key any more: it was taken back. Send a new read-only one.";
            case EXCHANGE_UNREACHABLE -> "The exchange did not answer in several attempts. Nothing is lost.";
            case EXCHANGE_NOT_SUPPORTED -> "This exchange cannot be read here yet.";
        };
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
