package dev.gangway.bootstrap.cli;

import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.OutboundSecret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A credential on the one occasion on which its secret is shown.
 *
 * @param secret null where the partner has it
 */
record NewCredential(
        Partner partner,
        PartnerCredential credential,
        @Nullable OutboundSecret secret) {
    /** With what else the command has to say. */
    Answer answer(Map<String, @Nullable Object> moreData, List<String> moreLines) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("credential_id", credential.id().value());
        data.put("partner_source", partner.partnerSource());
        data.put("type", credential.type().apiName());
        data.put("label", credential.label());
        data.put("scopes", Described.scopes(credential));
        data.put("allow_ip", Described.addresses(credential));
        data.put("rate", Described.rate(credential.rate(partner.rate())));
        data.put("expires_at", Described.time(credential.expiresAt()));
        data.putAll(proof());
        data.putAll(moreData);
        List<String> lines = new ArrayList<>(lines());
        if (credential.expiresAt() != null) {
            lines.add("It expires at " + Described.time(credential.expiresAt()) + ".");
        }
        lines.addAll(moreLines);
        return new Answer(data, lines);
    }

    private Map<String, String> proof() {
        String id = credential.id().value();
        return switch (credential.type()) {
            case BEARER -> Map.of("token", shown());
            case CLIENT_SECRET -> inOrder("client_id", id, "secret", shown());
            case SIGNING_KEY -> inOrder("key_id", id, "secret", shown());
            case PUBLIC_KEY, JWKS -> Map.of("client_id", id);
        };
    }

    private List<String> lines() {
        String id = credential.id().value();
        String named = "Credential " + id + " of " + partner.partnerSource() + ".";
        return switch (credential.type()) {
            case BEARER -> List.of(named + " Its token is shown this once:", shown());
            case CLIENT_SECRET ->
                List.of(named + " Its secret is shown this once:", shown(), "Tokens name it as clientId " + id + ".");
            case SIGNING_KEY ->
                List.of(named + " Its secret is shown this once:", shown(), "Calls name it in X-API-Key: " + id);
            case PUBLIC_KEY, JWKS -> List.of(named + " Tokens name it as clientId " + id + ".");
        };
    }

    private String shown() {
        return Objects.requireNonNull(secret, "what we make is shown").value();
    }

    private static Map<String, String> inOrder(String key, String value, String otherKey, String otherValue) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put(key, value);
        both.put(otherKey, otherValue);
        return both;
    }

    /** Tells nothing of the secret. */
    @Override
    public String toString() {
        return "NewCredential[]";
    }
}
