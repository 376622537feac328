package dev.gangway.adapters.persistence;

import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Finds a credential and its partner in one query. */
final class JdbiCredentialLookup implements CredentialLookup {
    private static final String BY_TOKEN_HASH = by("c.token_hash = :tokenHash");
    private static final String BY_ID = by("c.id = :id");

    private static String by(String condition) {
        return "select " + CredentialRows.COLUMNS + ", " + CredentialRows.MATERIAL + ", " + PartnerRows.COLUMNS + """
                 from partner_credentials c
                join partners p on p.id = c.partner_id
                left join partner_discounts d on d.partner_id = p.id
                where\s"""
                + condition + " and " + CredentialRows.KNOWN + " order by d.code_canonical";
    }

    private final Jdbi jdbi;

    JdbiCredentialLookup(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable Found byTokenHash(Digest tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_TOKEN_HASH)
                .bind("tokenHash", Args.bytes(tokenHash))
                .scanResultSet(JdbiCredentialLookup::found));
    }

    @Override
    public @Nullable Found byId(CredentialId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(BY_ID).bind("id", id.value()).scanResultSet(JdbiCredentialLookup::found));
    }

    private static @Nullable Found found(Supplier<ResultSet> result, StatementContext context) throws SQLException {
        try (ResultSet rows = result.get()) {
            if (!rows.next()) {
                return null;
            }
            PartnerCredential credential = CredentialRows.read(rows);
            CredentialMaterial material = CredentialRows.material(rows, credential.type());
            List<Partner> partner = new ArrayList<>();
            PartnerRows.read(rows, partner);
            return new Found(credential, material, partner.get(0));
        }
    }
}
