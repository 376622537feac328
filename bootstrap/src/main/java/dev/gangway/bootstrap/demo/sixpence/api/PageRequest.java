package dev.gangway.bootstrap.demo.sixpence.api;

import dev.gangway.bootstrap.demo.sixpence.account.Transaction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of a history is asked for.
 *
 * @param after the last transaction that the caller has; a cursor names it, so that pages neither skip nor repeat
 *     anything while the history grows
 */
record PageRequest(int limit, Optional<String> after) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int GREATEST_LIMIT = 200;
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    /** Says in words what is wrong with a query. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String detail;

        Malformed(String detail) {
            super(detail);
            this.detail = detail;
        }

        String detail() {
            return detail;
        }
    }

    /** One page, and the cursor of the next one if there is one. */
    record Page(List<Transaction> transactions, Optional<String> nextCursor) {}

    static PageRequest parse(Optional<String> query) throws Malformed {
        Map<String, String> parameters = parameters(query.orElse(""));
        String cursor = parameters.get("cursor");
        return new PageRequest(
                limit(parameters.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT))),
                cursor == null ? Optional.empty() : Optional.of(lastSeen(cursor)));
    }

    Page of(List<Transaction> history) throws Malformed {
        int from = after.isEmpty() ? 0 : indexOf(history, after.get()) + 1;
        int to = Math.min(history.size(), from + limit);
        List<Transaction> page = history.subList(from, to);
        return new Page(page, to < history.size() ? Optional.of(cursor(page.getLast())) : Optional.empty());
    }

    private static String cursor(Transaction last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.id().getBytes(StandardCharsets.UTF_8));
    }

    private static String lastSeen(String cursor) throws Malformed {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed("cursor is not one of ours");
        }
    }

    private static int indexOf(List<Transaction> history, String id) throws Malformed {
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new Malformed("cursor is not one of ours");
    }

    private static int limit(String text) throws Malformed {
        if (!text.matches("[0-9]{1,3}")) {
            throw new Malformed("limit must be a number from 1 to " + GREATEST_LIMIT);
        }
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw new Malformed("limit must be a number from 1 to " + GREATEST_LIMIT);
        }
        return limit;
    }

    private static Map<String, String> parameters(String query) throws Malformed {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!PARAMETERS.contains(name) || parameters.containsKey(name)) {
                throw new Malformed("the parameters are limit and cursor, each at most once");
            }
            parameters.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decode(String value) throws Malformed {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Malformed("the query is not percent-encoded properly");
        }
    }
}
