package dev.gangway.application.source;

import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.source.port.SourceKeys.KeyHolder;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;

/** What the owner of a source has to know before they replace its key. Nothing of the key itself. */
public final class ViewSourceKey {
    private final SourceKeys keys;
    private final CredentialRules rules;

    /** Reads from {@code keys}. */
    public ViewSourceKey(SourceKeys keys, CredentialRules rules) {
        this.keys = keys;
        this.rules = rules;
    }

    /** Which source, and who asks: the signed-in user, never anybody else. */
    public record Command(UserId user, SourceId source) {}

    /** What there is. */
    public sealed interface Outcome {
        /** A source whose key can be replaced. */
        record Found(KeyHolder holder, boolean needsPassphrase) implements Outcome {}

        /** Its history was uploaded: it has no key. */
        record WasUploaded() implements Outcome {}

        /** The user has no such source. */
        record NoSuchSource() implements Outcome {}
    }

    /** Reads it. */
    public Outcome execute(Command command) {
        KeyHolder holder = keys.find(command.user(), command.source());
        if (holder == null) {
            return new Outcome.NoSuchSource();
        }
        return holder.uploaded()
                ? new Outcome.WasUploaded()
                : new Outcome.Found(holder, rules.needsPassphrase(holder.exchange()));
    }
}
