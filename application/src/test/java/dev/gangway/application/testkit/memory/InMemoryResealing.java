package dev.gangway.application.testkit.memory;

import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;

/**
 * Keys that are numbers, the higher the newer; a seal is the plain text behind the key's number.
 *
 * @param key the key that seals now
 */
public record InMemoryResealing(int key) implements Resealing {
    private static final String FORM = "v1\\.[0-9]\\..*";

    @Override
    public String activeKey() {
        return Integer.toString(key);
    }

    @Override
    public Resealed reseal(SealedRow row) {
        if (!row.sealed().matches(FORM)) {
            return new Resealed.Unreadable();
        }
        return row.sealed().charAt(3) - '0' >= key
                ? new Resealed.AsNew()
                : new Resealed.Anew("v1." + key + row.sealed().substring(4));
    }
}
