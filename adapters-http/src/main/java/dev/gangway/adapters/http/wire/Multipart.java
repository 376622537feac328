package dev.gangway.adapters.http.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file in it ({@code multipart/form-data}, RFC 7578), part by part while it comes in. Nothing is kept: a part
 * that is not read is gone with the next.
 */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;\\s*boundary=\"?([A-Za-z0-9'()+_,./:=?-]{1,70})\"?", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"\r\n]{1,100})\"", Pattern.CASE_INSENSITIVE);

    private static final int MAX_HEADERS = 8 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private boolean ended;

    private Multipart(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // the first delimiter has no line before it
        buffer[0] = '\r';
        buffer[1] = '\n';
        this.to = 2;
    }

    /**
     * One field.
     *
     * @param name its name
     * @param content what it holds, to be read before the next part
     */
    public record Part(String name, InputStream content) {}

    /** The form in {@code body}, or null if it is no such form by its {@code Content-Type}. */
    public static @Nullable Multipart of(List<String> contentType, InputStream body) {
        if (contentType.size() != 1) {
            return null;
        }
        Matcher boundary = BOUNDARY.matcher(contentType.get(0).strip());
        return boundary.matches() ? new Multipart(body, boundary.group(1)) : null;
    }

    /**
     * The next part, or null behind the last.
     *
     * @throws IOException if the form is malformed or ends early, or what reading the body throws
     */
    public @Nullable Part next() throws IOException {
        for (int at = find(); at < 0; at = find()) {
            from = Math.max(from, to - delimiter.length + 1);
            need();
        }
        from = find() + delimiter.length;
        int first = octet();
        int second = octet();
        if (first == '-' && second == '-') {
            from = to;
            while (in.read(buffer) >= 0) {
                // whatever follows the end says nothing
            }
            return null;
        }
        if (first != '\r' || second != '\n') {
            throw new IOException("A delimiter is malformed");
        }
        return new Part(name(headers()), new Content());
    }

    private String headers() throws IOException {
        StringBuilder headers = new StringBuilder("\n");
        while (headers.length() < 4 || headers.indexOf("\r\n\r\n", headers.length() - 4) < 0) {
            headers.append((char) octet());
            if (headers.length() > MAX_HEADERS) {
                throw new IOException("The headers of a part are too long");
            }
            if (headers.length() == 3 && headers.indexOf("\r\n") == 1) {
                break;
            }
        }
        return headers.toString();
    }

    private static String name(String headers) throws IOException {
        for (String line : headers.split("\r\n|\n")) {
            if (line.regionMatches(true, 0, "Content-Disposition:", 0, 20)) {
                Matcher name = NAME.matcher(line);
                if (name.find()) {
                    return name.group(1);
                }
            }
        }
        throw new IOException("A part has no name");
    }

    private int octet() throws IOException {
        if (from == to) {
            need();
        }
        return buffer[from++] & 0xFF;
    }

    /** Takes in more, behind what is not read yet. */
    private void need() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = ended ? -1 : in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            ended = true;
            throw new IOException("The form ends early");
        }
        to += read;
    }

    /** Where the next delimiter is in what was taken in, negative if nowhere. */
    private int find() {
        for (int i = from; i <= to - delimiter.length; i++) {
            int matched = 0;
            while (matched < delimiter.length && buffer[i + matched] == delimiter[matched]) {
                matched++;
            }
            if (matched == delimiter.length) {
                return i;
            }
        }
        return -1;
    }

    /** What stands before the next delimiter. */
    private final class Content extends InputStream {
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (!over) {
                int delimited = find();
                int end = delimited < 0 ? to - delimiter.length + 1 : delimited;
                if (end > from) {
                    int some = Math.min(length, end - from);
                    System.arraycopy(buffer, from, into, offset, some);
                    from += some;
                    return some;
                }
                if (delimited >= 0) {
                    over = true;
                } else {
                    need();
                }
            }
            return -1;
        }
    }
}
