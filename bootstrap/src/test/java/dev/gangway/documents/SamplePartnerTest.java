package dev.gangway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.bootstrap.enrolment.EnrolmentFile;
import dev.gangway.bootstrap.enrolment.EnrolmentProblems;
import dev.gangway.domain.shared.RequestOrigin;
import org.junit.jupiter.api.Test;

/** The file of docs/extending/partner.md is one that the command takes, with every key that there is but the id. */
final class SamplePartnerTest {
    @Test
    void the_sample_can_be_enrolled() throws EnrolmentProblems {
        String yaml = Documents.read(Documents.root().resolve("docs/extending/sample-partner.yaml"));

        EnrolPartner.Command command = EnrolmentFile.read(yaml, new RequestOrigin("partner enrol", "local"));

        assertThat(command.slug().partnerSource()).isEqualTo("NORTHWIND");
        assertThat(command.discounts()).hasSize(2);
        assertThat(command.defaultDiscount()).hasToString("NORTHWIND_WELCOME");
        assertThat(command.rate()).hasToString("600");
        assertThat(command.returnUrl()).isNotNull();
        assertThat(command.refreshUrl()).isNotNull();
    }
}
