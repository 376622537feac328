package dev.gangway.adapters.http.wire;

/** A name that the sender chose. */
public final class ForeignName {
    private static final int LONGEST = 64;

    private ForeignName() {}

    /** The name, fit to be shown: plain characters, not too many. */
    public static String shown(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length() && i < LONGEST; i++) {
            char c = name.charAt(i);
            text.append(c > ' ' && c < 127 && "\"\\<>&'".indexOf(c) < 0 ? c : '?');
        }
        return name.length() > LONGEST ? text.append("...").toString() : text.toString();
    }
}
