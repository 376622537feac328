package dev.gangway.application.testkit.memory;

import dev.gangway.application.audit.CountedRefusal;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.application.auth.CallCounter;
import dev.gangway.application.idempotency.port.AnsweredCalls.Remembered;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.RedirectToken;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.Realm;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is stored: tables of immutable rows, so that a copy of the tables is a copy of everything. */
final class State {
    final Map<UserId, NewUser> users;
    final Map<UserId, PartnerId> attributions;
    final Map<ConnectionKey, Connection> connections;
    final Set<ConnectionKey> sharingAll;
    final Map<SourceId, SourceRow> sources;
    final Map<SourceId, SourceId> mergedInto;
    final Map<SourceId, Refreshes> refreshes;
    final Map<UploadId, UploadRow> uploads;
    final Set<Sender> senders;
    final Set<Sender> keySenders;
    final Set<Removal> removals;
    final Set<SourceId> keptByUsers;
    final Set<SourceId> keysByUsers;
    final Map<LedgerKey, LedgerTransaction> ledger;
    final Map<UserId, DiscountUse> discountUses;
    final Map<Digest, LinkRow> links;
    final Map<Digest, SessionRow> sessions;
    final Map<PartnerId, Partner> partners;
    final Map<CredentialId, CredentialRow> credentials;
    final Map<CredentialId, Instant> credentialUses;
    final Map<CallCounter, List<Instant>> admitted;
    final Map<Digest, Remembered> answered;
    final Map<Mark, Instant> marks;
    final List<Instant> marksForgotten;
    final Map<String, WrappedKey> keys;
    final List<QueuedImport> queuedImports;
    final List<AuditEntry> audit;
    final Map<String, CountedRefusal> refusals;
    final List<ExplainedRefusal> explanations;

    State() {
        users = new LinkedHashMap<>();
        attributions = new LinkedHashMap<>();
        connections = new LinkedHashMap<>();
        sharingAll = new LinkedHashSet<>();
        sources = new LinkedHashMap<>();
        mergedInto = new LinkedHashMap<>();
        refreshes = new LinkedHashMap<>();
        uploads = new LinkedHashMap<>();
        senders = new LinkedHashSet<>();
        keySenders = new LinkedHashSet<>();
        removals = new LinkedHashSet<>();
        keptByUsers = new LinkedHashSet<>();
        keysByUsers = new LinkedHashSet<>();
        ledger = new LinkedHashMap<>();
        discountUses = new LinkedHashMap<>();
        links = new LinkedHashMap<>();
        sessions = new LinkedHashMap<>();
        partners = new LinkedHashMap<>();
        credentials = new LinkedHashMap<>();
        credentialUses = new LinkedHashMap<>();
        admitted = new LinkedHashMap<>();
        answered = new LinkedHashMap<>();
        marks = new LinkedHashMap<>();
        marksForgotten = new ArrayList<>();
        keys = new LinkedHashMap<>();
        queuedImports = new ArrayList<>();
        audit = new ArrayList<>();
        refusals = new LinkedHashMap<>();
        explanations = new ArrayList<>();
    }

    private State(State other) {
        users = new LinkedHashMap<>(other.users);
        attributions = new LinkedHashMap<>(other.attributions);
        connections = new LinkedHashMap<>(other.connections);
        sharingAll = new LinkedHashSet<>(other.sharingAll);
        sources = new LinkedHashMap<>(other.sources);
        mergedInto = new LinkedHashMap<>(other.mergedInto);
        refreshes = new LinkedHashMap<>(other.refreshes);
        uploads = new LinkedHashMap<>(other.uploads);
        senders = new LinkedHashSet<>(other.senders);
        keySenders = new LinkedHashSet<>(other.keySenders);
        removals = new LinkedHashSet<>(other.removals);
        keptByUsers = new LinkedHashSet<>(other.keptByUsers);
        keysByUsers = new LinkedHashSet<>(other.keysByUsers);
        ledger = new LinkedHashMap<>(other.ledger);
        discountUses = new LinkedHashMap<>(other.discountUses);
        links = new LinkedHashMap<>(other.links);
        sessions = new LinkedHashMap<>(other.sessions);
        partners = new LinkedHashMap<>(other.partners);
        credentials = new LinkedHashMap<>(other.credentials);
        credentialUses = new LinkedHashMap<>(other.credentialUses);
        admitted = new LinkedHashMap<>(other.admitted);
        answered = new LinkedHashMap<>(other.answered);
        marks = new LinkedHashMap<>(other.marks);
        marksForgotten = new ArrayList<>(other.marksForgotten);
        keys = new LinkedHashMap<>(other.keys);
        queuedImports = new ArrayList<>(other.queuedImports);
        audit = new ArrayList<>(other.audit);
        refusals = new LinkedHashMap<>(other.refusals);
        explanations = new ArrayList<>(other.explanations);
    }

    State copy() {
        return new State(this);
    }

    /** The user with this address, null if nobody has it. */
    @Nullable
    NewUser userWith(Realm realm, EmailAddress email) {
        for (NewUser user : users.values()) {
            if (user.realm().equals(realm) && user.email().equals(email)) {
                return user;
            }
        }
        return null;
    }

    /** Keeps a link and supersedes the unused older ones of its user and partner. */
    void keep(NewLink link) {
        links.replaceAll((id, row) -> row.isUnused()
                        && row.link().userId().equals(link.userId())
                        && row.link().partnerId().equals(link.partnerId())
                ? row.superseded(link.issuedAt())
                : row);
        links.put(link.idHash(), LinkRow.of(link));
    }

    /** Whether the user lets the partner in. */
    boolean isConnected(UserId user, PartnerId partner) {
        Connection connection = connections.get(new ConnectionKey(user, partner));
        return connection != null && connection.isActive();
    }

    Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("users", (long) users.size());
        rows.put("attributions", (long) attributions.size());
        rows.put("connections", (long) connections.size());
        rows.put("sources", (long) sources.size());
        rows.put("senders", (long) senders.size());
        rows.put("removals", (long) removals.size());
        rows.put("uploads", (long) uploads.size());
        rows.put("ledger", (long) ledger.size());
        rows.put("discount uses", (long) discountUses.size());
        rows.put("links", (long) links.size());
        rows.put("sessions", (long) sessions.size());
        rows.put("partners", (long) partners.size());
        rows.put("credentials", (long) credentials.size());
        rows.put("answered calls", (long) answered.size());
        rows.put("keys", (long) keys.size());
        rows.put("queued imports", (long) queuedImports.size());
        rows.put("audit", (long) audit.size());
        return rows;
    }

    /** Who may see whom. */
    record ConnectionKey(UserId user, PartnerId partner) {}

    /** When a source is refreshed by itself, and when its owner last asked for it. */
    record Refreshes(@Nullable Instant at, @Nullable Instant askedAt) {
        static final Refreshes NONE = new Refreshes(null, null);
    }

    /** An upload that waits or was confirmed; not closed while its file comes in. */
    record UploadRow(
            UserId user, Instant expiresAt, List<LedgerTransaction> transactions, boolean closed, boolean confirmed) {}

    /** Notes that the partner sent the source with the key that it uses. */
    void addSender(SourceId source, PartnerId partner) {
        senders.add(new Sender(source, partner));
        keySenders.add(new Sender(source, partner));
    }

    /** A partner that sent a source, or the key that it uses. */
    record Sender(SourceId source, PartnerId partner) {}

    /** What a partner has taken back. */
    record Removal(SourceId source, PartnerId partner, UserId user) {}

    /** One entry of a source's history. */
    record LedgerKey(SourceId source, String externalId) {}

    /** A signature that was used, in hexadecimal digits. */
    record Mark(CredentialId credential, long timestamp, String signature) {}

    /** The discount that a user has. */
    record DiscountUse(PartnerId partner, DiscountCode code) {}

    /** A link and what became of it. */
    record LinkRow(
            NewLink link,
            @Nullable Instant consumedAt,
            @Nullable Instant supersededAt,
            @Nullable Instant revokedAt,
            @Nullable Instant viewedAt) {
        static LinkRow of(NewLink link) {
            return new LinkRow(link, null, null, null, null);
        }

        LinkRow consumed(Instant now) {
            return new LinkRow(link, now, supersededAt, revokedAt, viewedAt);
        }

        LinkRow superseded(Instant now) {
            return new LinkRow(link, consumedAt, now, revokedAt, viewedAt);
        }

        LinkRow revoked(Instant now) {
            return new LinkRow(link, consumedAt, supersededAt, now, viewedAt);
        }

        LinkRow viewed(Instant now) {
            return new LinkRow(link, consumedAt, supersededAt, revokedAt, now);
        }

        /** Whether nothing has ended it but, maybe, time. */
        boolean isUnused() {
            return consumedAt == null && supersededAt == null && revokedAt == null;
        }

        RedirectToken token() {
            return new RedirectToken(
                    link.idHash(),
                    link.userId(),
                    link.delivery(),
                    link.issuedAt(),
                    link.expiresAt(),
                    consumedAt,
                    supersededAt,
                    revokedAt,
                    viewedAt);
        }
    }

    /** A session and when it was last seen. */
    record SessionRow(NewSession session, Instant lastSeenAt) {}

    /** A credential and with what its calls are verified. */
    record CredentialRow(PartnerCredential credential, CredentialMaterial material) {}
}
