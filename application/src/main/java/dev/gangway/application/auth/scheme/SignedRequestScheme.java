package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Content;
import dev.gangway.application.auth.Explanation;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.port.ContentHashes;
import dev.gangway.application.auth.port.ContentHashes.ContentHash;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code X-API-Key}, {@code X-Timestamp} and {@code X-Signature} (seed 004): HMAC-SHA256 over time, method, path and body,
 * each signature accepted once. Whatever is wrong with a signed request, the caller is told the same.
 */
public final class SignedRequestScheme implements AuthenticationScheme {
    private static final String NAME = "SignedRequest";

    private static final List<String> EXPECTED = List.of(
            "X-API-Key is the key's id, X-Timestamp the seconds since 1970 in plain digits, within 30 seconds of now.",
            "X-Signature is the HMAC-SHA256 of the canonical string under the secret, in 64 lower-case hexadecimal digits.",
            "The canonical string is timestamp, method, path with its query as sent, and the SHA-256 of the body in lower-case"
                    + " hexadecimal digits, parted by line feeds; X-Nonce, if it is sent, is a fifth line.",
            "Each signature is good for one call.");

    /** How far a timestamp may be from our time. */
    static final long WINDOW_SECONDS = 30;

    /** How long a mark outlives its signature, for nodes whose clocks do not agree. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    private final CredentialLookup credentials;
    private final SharedSecrets secrets;
    private final ContentHashes hashes;
    private final SignatureMarks marks;
    private final Decoy decoy;
    private final Clock clock;

    /** Looks keys up in {@code credentials} and marks what it accepts in {@code marks}. */
    public SignedRequestScheme(
            CredentialLookup credentials,
            SharedSecrets secrets,
            PublicKeys keys,
            ContentHashes hashes,
            SignatureMarks marks,
            Clock clock) {
        this.credentials = credentials;
        this.secrets = secrets;
        this.hashes = hashes;
        this.marks = marks;
        this.decoy = new Decoy(secrets, keys);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(ApiCall call) {
        return SignedHeaders.arePresent(call);
    }

    @Override
    public Verdict authenticate(ApiCall call) {
        String malformed = SignedHeaders.fault(call);
        if (malformed != null) {
            return new Verdict.Refused(
                    ErrorCode.UNAUTHORIZED,
                    malformed,
                    null,
                    null,
                    new Explanation(NAME, malformed, null, null, null, EXPECTED));
        }
        SignedHeaders headers = SignedHeaders.of(call);
        Instant now = clock.instant();
        ContentHash content = hashes.start();
        Verdict unread = unread(call.content().addTo(content));
        if (unread != null) {
            return unread;
        }
        // not before the body is here: one that is sent slowly would keep a revoked key in use
        CredentialId id = CredentialName.of(headers.keyId());
        CredentialLookup.Found found = id == null ? null : credentials.byId(id);
        String bodyHash = content.hex();
        Seen seen = new Seen(
                headers.keyId(),
                found == null ? null : found.partner().id(),
                headers.canonical(call, bodyHash),
                bodyHash,
                headers.timestamp() - now.getEpochSecond());
        String fault = signatureFault(found, headers, seen.canonical);
        if (Math.abs(seen.ahead) > WINDOW_SECONDS) {
            fault = "stale timestamp";
        }
        if (fault != null || found == null) {
            return seen.refused(fault == null ? "unknown key" : fault);
        }
        fault = found.fault(call, clock.instant());
        if (fault == null && !isFirst(found.credential(), headers)) {
            fault = "signature used before";
        }
        return fault == null ? new Verdict.Accepted(Principal.of(found, name())) : seen.refused(fault);
    }

    /**
     * What a call said and what follows from it, which may be told back.
     *
     * @param keyId as it was sent
     * @param partner whose it is
     * @param canonical what the signature had to be of
     * @param bodyHash the body's hash as it arrived
     * @param ahead how many seconds the caller's clock is ahead of ours
     */
    private record Seen(String keyId, @Nullable PartnerId partner, String canonical, String bodyHash, long ahead) {
        Verdict refused(String reason) {
            return new Verdict.Refused(
                    ErrorCode.UNAUTHORIZED,
                    reason,
                    keyId,
                    partner,
                    new Explanation(NAME, reason, canonical, bodyHash, ahead, EXPECTED));
        }
    }

    private @Nullable String signatureFault(
            CredentialLookup.@Nullable Found found, SignedHeaders headers, String canonical) {
        if (found == null
                || found.credential().type() != CredentialType.SIGNING_KEY
                || !(found.material() instanceof SealedSecret sealed)) {
            decoy.verify(canonical, headers.mac());
            return found == null ? "unknown key" : "a credential that signs no requests";
        }
        PartnerCredential credential = found.credential();
        return secrets.verify(credential.id(), credential.partnerId(), sealed, canonical, headers.mac())
                ? null
                : "the signature is not one of what arrived";
    }

    /** Last of all: only what would be let in leaves a mark. */
    private boolean isFirst(PartnerCredential credential, SignedHeaders headers) {
        Instant keptUntil =
                Instant.ofEpochSecond(headers.timestamp() + WINDOW_SECONDS).plus(MARGIN);
        return marks.mark(credential.id(), headers.timestamp(), headers.mac(), keptUntil);
    }

    /** What is said of a body that did not arrive, null if it did. */
    private static @Nullable Verdict unread(Content.Arrival arrival) {
        return switch (arrival) {
            case WHOLE -> null;
            case TOO_LARGE -> new Verdict.Refused(ErrorCode.PAYLOAD_TOO_LARGE, "immense body");
            case BROKEN -> new Verdict.Refused(ErrorCode.MALFORMED_REQUEST, "body broke off");
        };
    }
}
