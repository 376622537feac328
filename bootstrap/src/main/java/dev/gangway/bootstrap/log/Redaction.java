package dev.gangway.bootstrap.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blanks out what looks like a secret of ours in text that is about to be written somewhere. */
public final class Redaction {
    /** Cheap to look for; a line without any of them, as nearly all are, costs no regular expression. */
    private static final List<String> SIGNS = List.of("gw_", "gwmk_", "eyJ", "/r/", "/r\\/");

    /**
     * What a credential, a master key, a JWS or a sign-in link looks like; the prefix stays, to tell which it was. JSON
     * may escape a slash.
     */
    private static final Pattern SECRETS = Pattern.compile(
            "(gw_[a-z]+_|gwmk_)[A-Za-z0-9._~+/=-]+|(eyJ)[A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*)+|(/r\\\\?/)[^\\s\"'<>\\\\{}]+");

    private Redaction() {}

    /** The text without them. */
    public static String of(String text) {
        for (String sign : SIGNS) {
            if (text.contains(sign)) {
                return SECRETS.matcher(text).replaceAll(match -> {
                    String kept = "";
                    for (int group = 1; group <= match.groupCount(); group++) {
                        kept = match.group(group) == null ? kept : match.group(group);
                    }
                    return Matcher.quoteReplacement(kept + "[redacted]");
                });
            }
        }
        return text;
    }
}
