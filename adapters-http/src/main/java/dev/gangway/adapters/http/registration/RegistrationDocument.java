package dev.gangway.adapters.http.registration;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.registration.SourceAnswer;
import java.io.IOException;

/** The answer to a registration (seed 000, "Response"), without its link. */
final class RegistrationDocument {
    private static final String DUPLICATE = "The user already has a source with this api_key.";

    private RegistrationDocument() {}

    static byte[] of(Registered registered) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("user_id", registered.userId().value());
            json.writeBooleanField("user_created", registered.created());
            json.writeNumberField("sources_added", registered.sourcesAdded());
            json.writeArrayFieldStart("sources");
            for (SourceAnswer source : registered.sources()) {
                write(json, source);
            }
            json.writeEndArray();
            write(json, registered.discount());
            json.writeEndObject();
        });
    }

    static void write(JsonGenerator json, SourceAnswer source) throws IOException {
        json.writeStartObject();
        json.writeStringField("source_id", source.id().value());
        json.writeStringField("exchange_name", source.exchange().value());
        json.writeStringField("status", source.duplicate() ? "skipped_duplicate" : "processing");
        if (source.duplicate()) {
            json.writeStringField("reason", DUPLICATE);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, DiscountOutcome discount) throws IOException {
        DiscountCode tried = discount.tried();
        json.writeBooleanField("discount_applied", discount instanceof DiscountOutcome.Applied);
        if (tried == null) {
            json.writeNullField("discount_code");
        } else {
            json.writeStringField("discount_code", tried.value());
        }
        if (discount instanceof DiscountOutcome.Refused refused) {
            json.writeStringField("discount_error_code", refused.reason().name());
            json.writeStringField("discount_message", refused.reason().message());
        }
    }
}
