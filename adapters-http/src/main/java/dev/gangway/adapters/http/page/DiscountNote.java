package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * The discount that came with the hand-over.
 *
 * @param code the code, as the partner spells it
 * @param detail what it is worth, in a few words, if known
 */
public record DiscountNote(String code, @Nullable String detail) {}
