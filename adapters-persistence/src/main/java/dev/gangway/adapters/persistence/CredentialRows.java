package dev.gangway.adapters.persistence;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Partner credentials as rows. */
final class CredentialRows {
    /** The columns that {@link #read} needs, of partner_credentials c. */
    static final String COLUMNS = """
            c.id as credential_id, c.partner_id, c.type as credential_type, c.scopes, c.label,
            c.created_at as credential_created_at, c.expires_at as credential_expires_at, c.revoked_at""";

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
                Rows.optionalTime(row, "revoked_at"));
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
