package dev.gangway.adapters.http.partnerapi;

import java.nio.charset.StandardCharsets;

/** A body that says nothing: none at all, or JSON's empty object. */
final class EmptyObject {
    private EmptyObject() {}

    static boolean isEmpty(byte[] body) {
        if (body.length == 0) {
            return true;
        }
        String text = new String(body, StandardCharsets.US_ASCII);
        StringBuilder bare = new StringBuilder(2);
        for (int i = 0; i < text.length() && bare.length() < 3; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                bare.append(c);
            }
        }
        return bare.toString().equals("{}");
    }
}
