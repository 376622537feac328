package dev.gangway.adapters.persistence;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.AddressRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Partner credentials as rows. */
final class CredentialRows {
    /** The columns that {@link #read} needs, of partner_credentials c. */
    static final String COLUMNS = """
            c.id as credential_id, c.partner_id, c.type as credential_type, c.scopes, c.label,
            c.created_at as credential_created_at, c.expires_at as credential_expires_at, c.revoked_at,
            case when c.rotated_at is null then c.expires_at else c.issued_until end as credential_issued_until,
            c.allowed_addresses, c.own_calls_per_minute""";

    /** The further columns that {@link #material} needs. */
    static final String MATERIAL = "c.token_hash, c.sealed_secret, c.public_key, c.key_set_url";

    /** Holds for credentials that this version can read; a later one may have issued others. */
    static final String KNOWN = "c.type in " + Rows.known(CredentialType.class);

    private CredentialRows() {}

    static PartnerCredential read(ResultSet row) throws SQLException {
        return new PartnerCredential(
                new CredentialId(row.getString("credential_id")),
                Rows.partnerId(row, "partner_id"),
                Rows.constant(row, "credential_type", CredentialType.class),
                scopes(row.getString("scopes")),
                row.getString("label"),
                Rows.time(row, "credential_created_at"),
                Rows.optionalTime(row, "credential_expires_at"),
                Rows.optionalTime(row, "revoked_at"),
                new CredentialLimits(addresses(row.getString("allowed_addresses")), rate(row)),
                Rows.optionalTime(row, "credential_issued_until"));
    }

    /** With what calls of a credential of this type are verified. */
    static CredentialMaterial material(ResultSet row, CredentialType type) throws SQLException {
        return switch (type) {
            case BEARER -> new CredentialMaterial.TokenHash(Rows.digest(row, "token_hash"));
            case CLIENT_SECRET, SIGNING_KEY -> new CredentialMaterial.SealedSecret(row.getString("sealed_secret"));
            case PUBLIC_KEY -> new CredentialMaterial.PublicKey(row.getString("public_key"));
            case JWKS -> new CredentialMaterial.KeySetAddress(new WebAddress(row.getString("key_set_url")));
        };
    }

    /** Binds the columns of a credential's material; those of another kind are null. */
    static void bind(Update update, CredentialMaterial material) {
        update.bind(
                        "tokenHash",
                        material instanceof CredentialMaterial.TokenHash token ? Args.bytes(token.hash()) : null)
                .bind(
                        "sealedSecret",
                        material instanceof CredentialMaterial.SealedSecret secret ? secret.sealed() : null)
                .bind("publicKey", material instanceof CredentialMaterial.PublicKey key ? key.pem() : null)
                .bind(
                        "keySetUrl",
                        material instanceof CredentialMaterial.KeySetAddress address
                                ? address.url().value()
                                : null);
    }

    private static List<AddressRange> addresses(@Nullable String stored) {
        return stored == null
                ? List.of()
                : Arrays.stream(stored.split(",", -1))
                        .map(range -> AddressRange.of("allowed_addresses", range))
                        .toList();
    }

    private static @Nullable CallRate rate(ResultSet row) throws SQLException {
        int perMinute = row.getInt("own_calls_per_minute");
        return row.wasNull() ? null : new CallRate(perMinute);
    }

    /** How the addresses are stored; null for anywhere. */
    static @Nullable String stored(List<AddressRange> addresses) {
        return addresses.isEmpty()
                ? null
                : addresses.stream().map(AddressRange::toString).collect(Collectors.joining(","));
    }

    private static Set<Scope> scopes(String stored) {
        Set<String> names = Set.of(stored.split(",", -1));
        return Arrays.stream(Scope.values())
                .filter(scope -> names.contains(scope.apiName()))
                .collect(Collectors.toSet());
    }

    /** How scopes are stored. */
    static String stored(Set<Scope> scopes) {
        return scopes.stream().map(Scope::apiName).sorted().collect(Collectors.joining(","));
    }
}
