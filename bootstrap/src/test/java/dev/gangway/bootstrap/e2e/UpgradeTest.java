package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.testkit.Condition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two versions beside each other: the next one has migrated, this one goes on, and may even be started anew. */
class UpgradeTest {
    @ParameterizedTest
    @EnumSource
    void aServerGoesOnWhenTheNextVersionHasExpandedTheSchema(TestDatabase database) {
        try (Town town = Town.withoutWorkers(database);
                Store store = town.store()) {
            for (String change : List.of(
                    "alter table users add column locale varchar",
                    "alter table sources add column colour varchar default 'grey' not null",
                    "alter table sessions add column seen_from varchar",
                    "alter table scheduled_tasks add column node varchar",
                    "create table invoices (id bigint primary key)",
                    """
                    insert into flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (9999, '9999', 'the next version', 'SQL', 'V9999__next.sql', 1, 'next', 1, true)""")) {
                store.change(change);
            }

            assertThat(new Visitor().fetch(town.at("/health/ready")).statusCode())
                    .isEqualTo(200);
            Till.Answer answer = town.till().register("upgrade@example.com", town.key());
            assertThat(answer.status()).isEqualTo(201);
            town.letWorkersIn();
            Visitor visitor = new Visitor();
            assertThat(visitor.navigate(answer.link()).statusCode()).isEqualTo(303);
            Condition.await(
                    "the report is up to date",
                    () -> visitor.navigate(town.at("/report")).body().contains("Up to date"));
        }
    }
}
