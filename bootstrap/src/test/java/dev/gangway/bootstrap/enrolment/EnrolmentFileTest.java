package dev.gangway.bootstrap.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.ExchangeName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an enrolment file may say, and what it is told when it may not. */
class EnrolmentFileTest {
    private static final String LEAST = """
            slug: acme
            name: Acme
            exchanges: [KRAKEN]
            """;

    @Test
    void aFullFileIsRead() throws EnrolmentProblems {
        EnrolPartner.Command command = read("""
                slug: sixpence
                name: SixpenceX
                id: 0f8fad5b-d9cb-469f-a165-70867728950e
                exchanges: [SIXPENCE, kraken]
                discounts:
                  - code: SIXPENCE_WELCOME_500
                    default: true
                  - code: 2027
                    cap: 100
                    expires_at: 2027-12-31T23:59:59Z
                  - {code: DAY, expires_at: 2027-12-31}
                link_lifetime: 3600s
                return_url: https://sixpencex.example/portfolio
                refresh_url: http://localhost:3000/refresh
                rate: 120
                """);
        assertThat(command.slug().value()).isEqualTo("sixpence");
        assertThat(command.name()).isEqualTo("SixpenceX");
        assertThat(Objects.requireNonNull(command.id()).toString()).startsWith("0f8fad5b");
        assertThat(command.exchanges()).containsExactly(new ExchangeName("SIXPENCE"), new ExchangeName("KRAKEN"));
        assertThat(command.discounts())
                .containsExactly(
                        new Discount(DiscountCode.of("SIXPENCE_WELCOME_500"), null, null),
                        new Discount(DiscountCode.of("2027"), 100, Instant.parse("2027-12-31T23:59:59Z")),
                        new Discount(DiscountCode.of("DAY"), null, Instant.parse("2027-12-31T00:00:00Z")));
        assertThat(command.defaultDiscount()).isEqualTo(DiscountCode.of("SIXPENCE_WELCOME_500"));
        assertThat(command.linkLifetime().value()).isEqualTo(Duration.ofHours(1));
        assertThat(String.valueOf(command.returnUrl())).isEqualTo("https://sixpencex.example/portfolio");
        assertThat(String.valueOf(command.refreshUrl())).isEqualTo("http://localhost:3000/refresh");
        assertThat(command.rate()).isEqualTo(new CallRate(120));
    }

    @Test
    void theLeastFileHasTheDefaults() throws EnrolmentProblems {
        EnrolPartner.Command command = read(LEAST);
        assertThat(command.id()).isNull();
        assertThat(command.discounts()).isEmpty();
        assertThat(command.defaultDiscount()).isNull();
        assertThat(command.linkLifetime()).isEqualTo(LinkLifetime.DEFAULT);
        assertThat(command.returnUrl()).isNull();
        assertThat(command.rate()).isEqualTo(CallRate.DEFAULT);
        assertThat(read(LEAST + "rate: unlimited\n").rate()).isEqualTo(CallRate.UNLIMITED);
        assertThat(read(LEAST + "discounts:\n").discounts())
                .as("null is absent")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lnk_lifetime: 30d               | lnk_lifetime is not a key of an enrolment file, did you mean link_lifetime?
            link_lifetime: 59s              | link_lifetime must be whole seconds from 60 seconds to 30 days
            link_lifetime: 31d              | link_lifetime must be whole seconds from 60 seconds to 30 days
            link_lifetime: thirty days      | link_lifetime must be a duration such as 30d or 3600s
            token_lifetime: 59s             | token_lifetime must be whole seconds from 1 minute to 60 minutes
            token_lifetime: 61m             | token_lifetime must be whole seconds from 1 minute to 60 minutes
            token_lifetime: an hour         | token_lifetime must be a duration such as 15m or 900s
            link_lifetime: [30d]            | link_lifetime must be a text, not a list
            rate: 0                         | rate must be a number of calls a minute from 1 to 1000000, or unlimited
            rate: 1000001                   | rate must be 1 to 1000000 calls a minute, or unlimited
            rate: fast                      | rate must be a number of calls a minute from 1 to 1000000, or unlimited
            rate: -5                        | rate must be a number of calls a minute from 1 to 1000000, or unlimited
            id: 123                         | id must be the partner's UUID, as 'partner show' prints it
            return_url: http://x.example    | return_url must be an https address (http only on loopback) without user info
            refresh_url: javascript:x       | refresh_url must be an https address (http only on loopback) without user info
            discounts: x                    | discounts must be a list, not 'x'
            discounts: [x]                  | discounts[0] must be a mapping with the keys code, default, cap, expires_at
            discounts: [{}]                 | discounts[0].code is required
            discounts: [{code: A, cap: 0}]  | discounts[0].cap must be at least 1
            discounts: [{code: A, cap: '1'}] | discounts[0].cap must be a whole number, not '1'
            discounts: [{code: A, defualt: true}] | discounts[0].defualt is not a key of an enrolment file, did you mean default?
            discounts: [{code: A, default: maybe}] | discounts[0].default must be true or false, not 'maybe'
            discounts: [{code: A, expires_at: soon}] | discounts[0].expires_at must be a time such as 2027-12-31T23:59:59Z, or a day such as 2027-12-31
            discounts: [{code: A}, {code: a}] | discounts[1].code names a again
            discounts: [{code: A, default: true}, {code: B, default: true}] | discounts[1].default is true for more than one discount
            """)
    void whatIsWrongIsNamedWithItsPath(String line, String problem) {
        assertThat(problems(LEAST + line + "\n")).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: A1, exchanges: [KRAKEN]}                 | slug is required
            {slug: Acme, name: A1, exchanges: [KRAKEN]}     | slug must be 2 to 32 lower-case letters, digits and underscores, a letter first
            {slug: acme, exchanges: [KRAKEN]}               | name is required
            {slug: acme, name: '  ', exchanges: [KRAKEN]}   | name is required
            {slug: acme, name: A1}                          | exchanges must name at least one exchange
            {slug: acme, name: A1, exchanges: []}           | exchanges must name at least one exchange
            {slug: acme, name: A1, exchanges: KRAKEN}       | exchanges must be a list, not 'KRAKEN'
            {slug: acme, name: A1, exchanges: [1]}          | exchanges[0] must be a text, not '1'
            {slug: acme, name: A1, exchanges: ['a b']}      | exchanges[0] must be the name of an exchange, such as KRAKEN
            {slug: acme, name: A1, exchanges: [AB, ab]}     | exchanges[1] names AB again
            {slug: true, name: A1, exchanges: [KRAKEN]}     | slug must be a text, not true
            [slug]                                          | the file must be a mapping with the keys slug, name, id, exchanges, discounts, link_lifetime, return_url, refresh_url, rate, token_lifetime
            """)
    void aFileThatIsNoPartnerIsRefused(String yaml, String problem) {
        assertThat(problems(yaml)).containsExactly(problem);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(problems("{slug: A, name: '', exchanges: [], rat: 1}")).hasSize(4);
    }

    @Test
    void whatIsNotOneYamlDocumentIsRefused() {
        assertThat(problems("")).containsExactly("the file is empty");
        assertThat(problems(LEAST + "---\n" + LEAST)).singleElement().asString().contains("more than one document");
        assertThat(problems("slug: [")).singleElement().asString().startsWith("the file is not valid YAML (line");
        assertThat(problems(LEAST + "slug: other\n"))
                .as("a key that stands twice")
                .singleElement()
                .asString()
                .startsWith("the file is not valid YAML");
    }

    private static EnrolPartner.Command read(String yaml) throws EnrolmentProblems {
        return EnrolmentFile.read(yaml, new RequestOrigin("test", "local"));
    }

    private static List<String> problems(String yaml) {
        try {
            read(yaml);
            return List.of();
        } catch (EnrolmentProblems problems) {
            return problems.problems();
        }
    }
}
