package dev.gangway.adapters.exchanges.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Instant;

/** What one exchange's records mean. Pure: the same record always means the same. */
public interface RecordMeaning {
    /** The version of this reading, from 1; to be raised with every change of what a record becomes. */
    int version();

    /**
     * The record's identity among all of its account, at most 255 characters, the same whenever it is sent.
     *
     * @throws InvalidValue if it has none
     */
    String id(JsonNode record);

    /**
     * When it happened; see {@link Fields} for the range that is believed.
     *
     * @throws InvalidValue if that cannot be told
     */
    Instant time(JsonNode record);

    /**
     * What happened.
     *
     * @throws InvalidValue if the record is not understood to the last member that matters
     */
    Meaning of(JsonNode record);
}
