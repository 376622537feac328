package dev.gangway.adapters.http.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Register calls as partners send them. */
public final class Bodies {
    /** The key that they hold. */
    public static final String API_KEY = "planted-api-key-0123456789";

    /** Its secret. */
    public static final String API_SECRET = "planted-api-secret-0123456789";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /** The call of seed 000's example, for this address. */
    public static String of(String email) {
        return of(email, body -> {});
    }

    /** The same with changes. */
    public static String of(String email, Consumer<ObjectNode> change) {
        ObjectNode body = JSON.createObjectNode()
                .put("email", email)
                .put("name", "Jordan")
                .put("surname", "Mensah")
                .put("partner_source", "SIXPENCE")
                .put("jurisdiction", "RSA");
        body.putArray("api_credentials")
                .addObject()
                .put("exchange_name", "SIXPENCE")
                .put("api_key", API_KEY)
                .put("api_secret", API_SECRET);
        change.accept(body);
        return body.toString();
    }
}
