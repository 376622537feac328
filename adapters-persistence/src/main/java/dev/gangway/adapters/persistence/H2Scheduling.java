package dev.gangway.adapters.persistence;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;

/** Lets the scheduler pick jobs on H2 as it does on PostgreSQL: locked as they are read, those of others skipped. */
final class H2Scheduling extends DefaultJdbcCustomization {
    H2Scheduling() {
        super(false);
    }

    @Override
    public String getName() {
        return "H2";
    }

    @Override
    public boolean supportsExplicitQueryLimitPart() {
        return true;
    }

    @Override
    public String getQueryLimitPart(int limit) {
        return " limit " + limit;
    }

    @Override
    public boolean supportsGenericLockAndFetch() {
        return true;
    }

    @Override
    public String createGenericSelectForUpdateQuery(
            String table, int limit, String andCondition, boolean orderByPriority) {
        return "select * from " + table + " where picked = ? and execution_time <= ? " + andCondition + " order by "
                + (orderByPriority ? "priority desc, " : "") + "execution_time limit " + limit
                + " for update skip locked";
    }
}
