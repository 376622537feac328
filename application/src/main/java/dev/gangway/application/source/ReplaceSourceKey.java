package dev.gangway.application.source;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.source.port.SourceKeys.KeyHolder;
import dev.gangway.application.source.port.SourceKeys.NewKey;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.KeyDraft;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new key into a source at its owner's wish and has it imported at once. Whether it opens the same account shows
 * when it is first used: a key of another one ends in {@code OTHER_ACCOUNT}, and no two histories mix.
 */
public final class ReplaceSourceKey {
    /** More would mean that keys of the ring come into use as fast as we look. */
    private static final int ATTEMPTS = 3;

    private final SourceKeys keys;
    private final CredentialVault vault;
    private final Fingerprints fingerprints;
    private final CredentialRules rules;
    private final Ids ids;
    private final Clock clock;

    /** Seals in {@code vault} what {@code rules} let pass. */
    public ReplaceSourceKey(
            SourceKeys keys,
            CredentialVault vault,
            Fingerprints fingerprints,
            CredentialRules rules,
            Ids ids,
            Clock clock) {
        this.keys = keys;
        this.vault = vault;
        this.fingerprints = fingerprints;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /** Which source, the key as it was typed, and who asks: the signed-in user, never anybody else. */
    public record Command(UserId user, SourceId source, KeyDraft key, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** The source has the key, and its import is queued. */
        record Replaced() implements Outcome {}

        /** Nothing was changed. */
        record Invalid(KeyHolder holder, boolean needsPassphrase, List<InvalidValue> errors) implements Outcome {
            /** Copies. */
            public Invalid {
                errors = List.copyOf(errors);
            }
        }

        /** The source's history was uploaded: it has no key. */
        record WasUploaded() implements Outcome {}

        /** The user has no such source. */
        record NoSuchSource() implements Outcome {}
    }

    /** Replaces it. */
    public Outcome execute(Command command) {
        KeyHolder holder = keys.find(command.user(), command.source());
        if (holder == null) {
            return new Outcome.NoSuchSource();
        }
        if (holder.uploaded()) {
            return new Outcome.WasUploaded();
        }
        return switch (command.key().checked(rules.needsPassphrase(holder.exchange()))) {
            case KeyDraft.Checked.Bad bad -> invalid(holder, bad.errors());
            case KeyDraft.Checked.Good good -> replace(command, holder, good.credentials());
        };
    }

    private Outcome replace(Command command, KeyHolder holder, ApiCredentials credentials) {
        Instant now = ApplicationTime.now(clock);
        SealedCredentials sealed = vault.seal(ids.credentialsId(), command.user(), credentials);
        AuditEntry audit = new AuditEntry(
                AuditAction.SOURCE_KEY_REPLACED, null, null, holder.id().value(), command.origin(), now);
        for (int i = 0; i < ATTEMPTS; i++) {
            CredentialFingerprints fingerprinted =
                    fingerprints.beside(keys.ringKeys(command.user())).of(holder.exchange(), credentials);
            NewKey key = new NewKey(command.user(), holder.id(), sealed, fingerprinted, now);
            Outcome outcome = outcome(keys.replace(key, audit), holder);
            if (outcome != null) {
                return outcome;
            }
        }
        throw new IllegalStateException("The user's keys were fingerprinted anew in each of " + ATTEMPTS + " attempts");
    }

    /** The outcome, or null if it is to be tried again. */
    private @Nullable Outcome outcome(SourceKeys.Replaced replaced, KeyHolder holder) {
        return switch (replaced) {
            case REPLACED -> new Outcome.Replaced();
            case IN_USE ->
                invalid(
                        holder,
                        List.of(new InvalidValue(
                                "api_key", FieldError.NOT_ALLOWED, "is the key of another source of yours")));
            case OTHER_RING_KEY -> null;
            case WAS_UPLOADED -> new Outcome.WasUploaded();
            case NO_SUCH_SOURCE -> new Outcome.NoSuchSource();
        };
    }

    private Outcome invalid(KeyHolder holder, List<InvalidValue> errors) {
        return new Outcome.Invalid(holder, rules.needsPassphrase(holder.exchange()), errors);
    }
}
