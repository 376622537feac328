package dev.gangway.adapters.http.registration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.domain.registration.RegistrationDraft;
import dev.gangway.domain.shared.InvalidValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a registration strictly: valid UTF-8, one JSON object, no member unknown or twice, every value of
 * its type. Reads on after an error, so that all of them are found.
 */
final class RegistrationReader {
    private static final List<String> MEMBERS =
            List.of("email", "name", "surname", "partner_source", "discount_code", "jurisdiction", "partner_user_id");
    private static final String CREDENTIALS = "api_credentials";
    private static final List<String> CREDENTIAL_MEMBERS =
            List.of("exchange_name", "api_key", "api_secret", "api_passphrase");

    private final JsonParser json;
    private final List<String> members;
    private final ReadErrors errors = new ReadErrors();

    private RegistrationReader(JsonParser json, List<String> members) {
        this.json = json;
        this.members = members;
    }

    /** What was read. */
    sealed interface Reading {
        /** A draft, as far as it could be made out, and what was wrong with the JSON of its fields. */
        record Read(RegistrationDraft draft, List<InvalidValue> errors) implements Reading {}

        /** Not one JSON object in UTF-8; the detail names the place and repeats nothing. */
        record Malformed(String detail) implements Reading {}
    }

    /** A registration. */
    static Reading read(byte[] body) {
        return read(body, MEMBERS);
    }

    /** A body that holds nothing but a registration's {@code api_credentials}. */
    static Reading readCredentials(byte[] body) {
        return read(body, List.of());
    }

    private static Reading read(byte[] body, List<String> members) {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException notUtf8) {
            return new Reading.Malformed("The body is not valid UTF-8.");
        }
        try (JsonParser json = Json.read(text.array(), text.length())) {
            return new RegistrationReader(json, members).document();
        } catch (JsonProcessingException malformed) {
            return new Reading.Malformed("The body is not valid JSON" + at(malformed.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading document() throws IOException {
        JsonToken first = json.nextToken();
        if (first == null) {
            return new Reading.Malformed("The body is empty; it must be one JSON object.");
        }
        if (first != JsonToken.START_OBJECT) {
            return new Reading.Malformed("The body must be one JSON object.");
        }
        RegistrationDraft draft = registration();
        if (json.nextToken() != null) {
            return new Reading.Malformed("Something follows the JSON object" + at(json.currentTokenLocation()));
        }
        return new Reading.Read(draft, errors.found());
    }

    private RegistrationDraft registration() throws IOException {
        @Nullable String[] values = new String[MEMBERS.size()];
        List<RegistrationDraft.@Nullable Credentials> credentials = null;
        int seen = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            int member = name.equals(CREDENTIALS) ? MEMBERS.size() : members.indexOf(name);
            json.nextToken();
            if (isOutOfPlace("", name, member, seen)) {
                continue;
            }
            seen |= 1 << member;
            if (member < MEMBERS.size()) {
                values[member] = text("", name);
            } else {
                credentials = credentials();
            }
        }
        return new RegistrationDraft(
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                credentials == null ? null : complete(credentials));
    }

    private @Nullable List<RegistrationDraft.@Nullable Credentials> credentials() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            errors.wrongType("", CREDENTIALS, "an array");
            json.skipChildren();
            return null;
        }
        List<RegistrationDraft.@Nullable Credentials> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                items.add(item(CREDENTIALS + '[' + items.size() + "]."));
            } else {
                errors.wrongType("", CREDENTIALS + '[' + items.size() + ']', "an object");
                json.skipChildren();
                items.add(null);
            }
        }
        return items;
    }

    private RegistrationDraft.Credentials item(String path) throws IOException {
        @Nullable String[] values = new String[CREDENTIAL_MEMBERS.size()];
        int seen = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            int member = CREDENTIAL_MEMBERS.indexOf(name);
            json.nextToken();
            if (!isOutOfPlace(path, name, member, seen)) {
                seen |= 1 << member;
                values[member] = text(path, name);
            }
        }
        return new RegistrationDraft.Credentials(values[0], values[1], values[2], values[3]);
    }

    /** Reports and skips a member that is unknown or stands there twice. */
    private boolean isOutOfPlace(String path, String name, int member, int seen) throws IOException {
        boolean unknown = member < 0;
        if (!unknown && (seen & (1 << member)) == 0) {
            return false;
        }
        if (unknown) {
            errors.unknown(path, name);
        } else {
            errors.duplicate(path, name);
        }
        json.skipChildren();
        return true;
    }

    private @Nullable String text(String path, String name) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            errors.wrongType(path, name, "a string");
            json.skipChildren();
        }
        return null;
    }

    /** An item that was no object has been reported; an empty one keeps its place, so that indexes stay true. */
    private static List<RegistrationDraft.Credentials> complete(List<RegistrationDraft.@Nullable Credentials> items) {
        List<RegistrationDraft.Credentials> all = new ArrayList<>(items.size());
        for (RegistrationDraft.@Nullable Credentials item : items) {
            all.add(item == null ? new RegistrationDraft.Credentials(null, null, null, null) : item);
        }
        return all;
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "." : ", line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }
}
