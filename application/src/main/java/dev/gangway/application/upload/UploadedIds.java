package dev.gangway.application.upload;

import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.upload.UploadedLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gives the lines of one file their external ids. A line with an id has it within its exchange; one without is told by
 * its content and by how many equal ones come before it, so that the same file uploaded again is the same transactions.
 */
final class UploadedIds {
    private static final int MAX = 255;

    private final Set<SourceId> connected;
    private final RandomTokens hashes;
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Integer> equals = new HashMap<>();

    /**
     * @param connected the sources of the user whose transactions are read from an exchange
     * @param hashes makes short what is long
     */
    UploadedIds(Set<SourceId> connected, RandomTokens hashes) {
        this.connected = connected;
        this.hashes = hashes;
    }

    /** What a line is called. */
    sealed interface Named {
        /** So. */
        record As(String externalId) implements Named {}

        /** It cannot be stored beside the others; why. */
        record Refused(String reason) implements Named {}
    }

    Named name(UploadedLine line, long number) {
        if (isConnected(line.sourceId())) {
            return new Named.Refused("is here already: it comes from a source that is connected");
        }
        if (line.id().isEmpty()) {
            String hash = hashes.hash(Secret.of(line.content())).hex();
            return new Named.As("line:" + hash + ':' + equals.merge(hash, 1, Integer::sum));
        }
        String id = isOwn(line) ? line.id() : line.exchange() + '/' + line.id();
        try {
            Text.required("id", id, MAX);
        } catch (InvalidValue invalid) {
            return new Named.Refused("id " + invalid.explanation());
        }
        Long before = lines.putIfAbsent(id, number);
        return before == null ? new Named.As(id) : new Named.Refused("has the id of line " + before);
    }

    private boolean isConnected(String sourceId) {
        try {
            return !sourceId.isEmpty() && connected.contains(new SourceId(sourceId));
        } catch (InvalidValue foreign) {
            return false;
        }
    }

    /** A line that was uploaded once and downloaded again has its external id in the file. */
    private static boolean isOwn(UploadedLine line) {
        return line.exchange().isEmpty() || line.exchange().equals(UploadedLine.UPLOADS.value());
    }
}
