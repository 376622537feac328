package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.Attachment;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.SourceAnswer;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code Attachments} is held to. */
public interface AttachmentsContract extends PersistenceContract {
    private Attachment attach(Desk desk, UserId user, Partner partner, String key, String secret) {
        return ports().transactions().inTransaction(() -> {
            KnownUser known = Objects.requireNonNull(ports().attachments().snapshot(user, partner.id()));
            RequestBuilder builder =
                    RequestBuilder.by(partner, "user@example.com").key(key, secret);
            Attachment attachment = Attachment.of(
                    known,
                    partner.id(),
                    desk.materialFor(user, builder.build(partner), partner).offered(),
                    desk.audit(AuditAction.SOURCES_ATTACHED, partner, user.value()),
                    desk.now());
            ports().attachments().record(attachment);
            return attachment;
        });
    }

    @Test
    default void theSnapshotIsThatOfARegistration() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        Handed handed = desk.register(sixpence, "user@example.com");

        assertThat(ports().attachments().snapshot(handed.user(), sixpence.id()))
                .isEqualTo(desk.snapshot(sixpence, "user@example.com"));
        assertThat(Objects.requireNonNull(ports().attachments().snapshot(handed.user(), sixpence.id()))
                        .connection())
                .satisfies(connection -> assertThat(connection.status()).isEqualTo(ConnectionStatus.ACTIVE));
        assertThat(Objects.requireNonNull(ports().attachments().snapshot(handed.user(), other.id()))
                        .connection())
                .isNull();
        assertThat(ports().attachments().snapshot(desk.ids().userId(), sixpence.id()))
                .isNull();
    }

    @Test
    default void aNewKeyIsANewSourceWithItsSenderItsJobAndItsAudit() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        ports().observed().endQueuedImports();

        Attachment attached = attach(desk, handed.user(), sixpence, "another-key-01", "another-secret");

        assertThat(attached.answers()).extracting(SourceAnswer::duplicate).containsExactly(false);
        assertThat(ports().observed().sendersOf(attached.answers().get(0).id())).containsExactly(sixpence.id());
        assertThat(ports().observed().queuedImports())
                .extracting(QueuedImport::source)
                .containsExactly(attached.answers().get(0).id());
        assertThat(ports().observed().audit()).extracting(AuditEntry::action).contains(AuditAction.SOURCES_ATTACHED);
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com"))
                        .sources())
                .hasSize(2);
    }

    @Test
    default void aKeyThatIsThereIsADuplicateAndItsNewSecretStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        Attachment first = attach(desk, handed.user(), sixpence, "another-key-01", "another-secret");
        Attachment second = attach(desk, handed.user(), sixpence, "another-key-01", "new-secret-0001");

        assertThat(second.answers())
                .containsExactly(new SourceAnswer(
                        first.answers().get(0).id(), first.answers().get(0).exchange(), true));
        assertThat(second.replaced()).hasSize(1);
        assertThat(desk.begin(first.answers().get(0).id()).credentials())
                .isEqualTo(second.replaced().get(0).sealed());
        // a registration finds what was attached
        Handed again = desk.register(
                sixpence, RequestBuilder.by(sixpence, "user@example.com").key("another-key-01", "new-secret-0001"));
        assertThat(again.registration().sourcesAdded()).isZero();
    }

    @Test
    default void ofOneKeyThatIsAttachedAndRegisteredAtOnceOneSourceComesToBe() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        List<Integer> added = Race.among(
                8,
                i -> i % 2 == 0
                        ? attach(desk, handed.user(), sixpence, "another-key-01", "another-secret")
                                .added()
                                .size()
                        : desk.register(
                                        sixpence,
                                        RequestBuilder.by(sixpence, "user@example.com")
                                                .key("another-key-01", "another-secret"))
                                .registration()
                                .sourcesAdded());
        assertThat(added).filteredOn(count -> count == 1).hasSize(1);
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com"))
                        .sources())
                .hasSize(2);
    }
}
