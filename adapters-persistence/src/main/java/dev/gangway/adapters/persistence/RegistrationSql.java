package dev.gangway.adapters.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a registration writes. Every statement but the first asks for the user: where the first, an insert-if-absent, wrote
 * nothing because somebody has the address, none of the others writes either. Lists travel as arrays, so that the number
 * of statements does not grow with them.
 */
final class RegistrationSql {
    private static final String USER = """
            insert into users (id, realm, email, email_canonical, name, surname, jurisdiction, created_at)
            values (:userId, :realm, :email, :emailCanonical, :name, :surname, :jurisdiction, :at)
            on conflict do nothing""";

    private static final String SUPERSEDE = """
            update redirect_tokens set superseded_at = :at
            where user_id = :userId and partner_id = :partnerId
            and consumed_at is null and superseded_at is null and revoked_at is null""";

    private static final String PARTNER_USER_ID = """
            insert into partner_user_ids (partner_id, partner_user_id, user_id)
            select :partnerId, :partnerUserId, id from users where id = :userId
            on conflict do nothing""";

    private static final String ATTRIBUTION = """
            insert into attributions (user_id, partner_id, attributed_at)
            select id, :partnerId, :at from users where id = :userId""";

    private static final String CONNECTION = """
            insert into connections (user_id, partner_id, status, approved_at, created_at)
            select id, :partnerId, 'active', :at, :at from users where id = :userId""";

    private static final String SOURCES = """
            insert into sources (id, user_id, exchange, status, fingerprint_key, key_fingerprint, secret_fingerprint,
                credentials_id, sealed_credentials, created_at)
            select s.id, u.id, s.exchange, 'processing', s.fingerprint_key, s.key_fingerprint, s.secret_fingerprint,
                s.credentials_id, s.sealed, :at
            from users u, unnest(cast(:sourceIds as varchar array), cast(:exchanges as varchar array),
                cast(:fingerprintKeys as varchar array), cast(:keyFingerprints as bytea array),
                cast(:secretFingerprints as bytea array), cast(:credentialsIds as varchar array),
                cast(:sealed as varchar array))
                as s(id, exchange, fingerprint_key, key_fingerprint, secret_fingerprint, credentials_id, sealed)
            where u.id = :userId""";

    private static final String SENDERS = """
            insert into source_senders (source_id, partner_id, first_sent_at)
            select s.id, :partnerId, :at from users u, unnest(cast(:sentIds as varchar array)) as s(id)
            where u.id = :userId
            on conflict do nothing""";

    /** Of a key that was sent before and that another has stood in for since. */
    private static final String SENT_AGAIN = """
            update source_senders set sent_key = true where partner_id = :partnerId and not sent_key
            and source_id in (select s.id from unnest(cast(:sentIds as varchar array)) as s(id))""";

    private static final String LINK = """
            insert into redirect_tokens (id_hash, link_id, user_id, partner_id, delivery, issued_at, expires_at)
            select :linkHash, :linkId, id, :partnerId, :delivery, :issuedAt, :expiresAt from users where id = :userId""";

    private static final String JOBS = """
            insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority)
            select :job, j.instance, j.data, :at, false, 1, :priority
            from users u, unnest(cast(:jobInstances as varchar array), cast(:jobData as bytea array))
                as j(instance, data)
            where u.id = :userId""";

    private static final String AUDIT = """
            insert into audit_log (action, partner_id, credential_id, subject, request_id, address, at, scheme)
            select :action, :partnerId, :credentialId, :subject, :requestId, :address, :auditAt, :scheme
            from users where id = :userId""";

    private static final String REDEMPTION = """
            insert into discount_redemptions (user_id, partner_id, code_canonical, code, redeemed_at)
            select id, :partnerId, :codeCanonical, :code, :at from users where id = :userId""";

    /** Last but one, so that the one row that many wait for is locked for no longer than it must be. */
    private static final String COUNT_REDEMPTION = """
            update partner_discounts set redeemed = redeemed + 1, last_redeemed_by = :userId
            where partner_id = :partnerId and code_canonical = :codeCanonical and redeemed < cap
            and exists (select 1 from users where id = :userId)""";

    private static final String COUNTED_REDEMPTION = """
            insert into discount_redemptions (user_id, partner_id, code_canonical, code, redeemed_at)
            select last_redeemed_by, partner_id, code_canonical, code, :at from partner_discounts
            where partner_id = :partnerId and code_canonical = :codeCanonical and last_redeemed_by = :userId""";

    /** What becomes of a discount. */
    enum Reward {
        NONE,
        UNCAPPED,
        CAPPED
    }

    /**
     * Which statements a registration needs.
     *
     * @param newUser whether it creates the user
     * @param partnerUserId whether it gives the partner's id
     * @param reward what becomes of the discount
     */
    record Shape(boolean newUser, boolean partnerUserId, Reward reward) {}

    private static final Map<Shape, SqlString> STRINGS = Stream.of(true, false)
            .flatMap(newUser -> Stream.of(true, false)
                    .flatMap(partnerUserId ->
                            Stream.of(Reward.values()).map(reward -> new Shape(newUser, partnerUserId, reward))))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), RegistrationSql::compose));

    /** What attaching sources to a known user writes. */
    static final SqlString ATTACHMENT = new SqlString(List.of(SOURCES, SENDERS, SENT_AGAIN, JOBS, AUDIT));

    private RegistrationSql() {}

    static SqlString of(Shape shape) {
        return Objects.requireNonNull(STRINGS.get(shape));
    }

    private static SqlString compose(Shape shape) {
        List<String> statements = new ArrayList<>();
        statements.add(shape.newUser() ? USER : SUPERSEDE);
        if (shape.partnerUserId()) {
            statements.add(PARTNER_USER_ID);
        }
        statements.addAll(
                shape.newUser()
                        ? List.of(ATTRIBUTION, CONNECTION, SOURCES, SENDERS)
                        : List.of(SOURCES, SENDERS, SENT_AGAIN));
        statements.addAll(List.of(LINK, JOBS, AUDIT));
        switch (shape.reward()) {
            case NONE -> {}
            case UNCAPPED -> statements.add(REDEMPTION);
            case CAPPED -> statements.addAll(List.of(COUNT_REDEMPTION, COUNTED_REDEMPTION));
        }
        return new SqlString(statements);
    }
}
