package dev.gangway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.gangway.architecture.House.Room;
import dev.gangway.architecture.seeded.application.AnswersNothing;
import dev.gangway.architecture.seeded.application.CallsAnother;
import dev.gangway.architecture.seeded.application.IsOpen;
import dev.gangway.architecture.seeded.application.SaysMore;
import dev.gangway.domain.audit.AuditEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What somebody has had changed is in the audit log: a use case makes an entry, or is known to change nothing. */
final class AuditedTest implements Guarded {
    /** They look. */
    private static final Set<String> LOOK = Set.of(
            "AuthenticatePartner",
            "DownloadGains",
            "DownloadLedger",
            "FindPartnerUser",
            "ListPartnerUsers",
            "ResumeSession",
            "ViewGains",
            "ViewHoldings",
            "ViewLedger",
            "ViewLink",
            "ViewPartnerSources",
            "ViewPortfolio",
            "ViewPortfolioProperties",
            "ViewProgress",
            "ViewReport",
            "ViewSharing",
            "ViewSourceKey");

    /** Nobody asks for what they do, or nothing of it is anybody's yet. */
    private static final Set<String> NOBODY_ASKS = Set.of(
            // counts, and notes when
            "RecordCredentialUses",
            "AdmitAddress",
            "AdmitCall",
            // the log's own
            "ForgetExplanations",
            "NoteRefusal",
            "WriteRefusals",
            // what a user has asked for by a register call, a refresh or a key, each of which has its entry
            "ImportSource",
            // what a rotation has begun
            "ResealSecrets",
            "QueueDueRefreshes",
            // over by itself
            "ForgetSignatures",
            "PurgeAnswers",
            "PurgeCallCounts",
            "PurgeSessions",
            "PurgeUploads",
            // shown, and stored by ConfirmUpload alone
            "ReadUpload");

    @Override
    public List<Guard> guards() {
        return List.of(new Guard(
                "a use case that changes something makes an audit entry",
                house -> classes()
                        .that()
                        .resideInAPackage(house.of(Room.APPLICATION))
                        .and(UseCaseTest.USE_CASES)
                        .should(Conditions.haveNo("an audit entry", AuditedTest::unseen)),
                IsOpen.class,
                SaysMore.class,
                AnswersNothing.class,
                CallsAnother.class));
    }

    @Test
    void nobodyIsExcusedWhoIsNotThere() {
        Set<String> there = Classes.MAIN.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        assertThat(there).containsAll(LOOK).containsAll(NOBODY_ASKS);
    }

    private static List<String> unseen(JavaClass type) {
        boolean seen = type.getPackage().getClasses().stream()
                .filter(one -> one.equals(type) || one.getName().startsWith(type.getName() + "$"))
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .anyMatch(target -> target.isEquivalentTo(AuditEntry.class));
        return seen || LOOK.contains(type.getSimpleName()) || NOBODY_ASKS.contains(type.getSimpleName())
                ? List.of()
                : List.of("makes no audit entry: make one, or say here why it changes nothing");
    }
}
