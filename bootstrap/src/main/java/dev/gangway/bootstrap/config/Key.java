package dev.gangway.bootstrap.config;

import org.jspecify.annotations.Nullable;

/**
 * One variable.
 *
 * @param name its name, {@code GANGWAY_…}
 * @param form what its values look like
 * @param preset the text that holds where it is not set, null if there is none
 * @param presetMeaning what holds where it is not set, for people
 * @param secret whether no message may repeat its value
 * @param meaning what it is for, one sentence
 */
record Key<T>(
        String name, Form<T> form, @Nullable String preset, String presetMeaning, boolean secret, String meaning) {
    /** A variable with a default. */
    static <T> Key<T> of(String name, Form<T> form, String preset, String meaning) {
        return new Key<>(name, form, preset, "`" + preset + "`", false, meaning);
    }

    /** A variable whose default cannot be written down. */
    static <T> Key<T> optional(String name, Form<T> form, String presetMeaning, String meaning) {
        return new Key<>(name, form, null, presetMeaning, false, meaning);
    }

    /** A variable whose value nobody may see. */
    static <T> Key<T> secret(String name, Form<T> form, String presetMeaning, String meaning) {
        return new Key<>(name, form, null, presetMeaning, true, meaning);
    }
}
