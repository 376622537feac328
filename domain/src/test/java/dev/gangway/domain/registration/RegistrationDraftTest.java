package dev.gangway.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.registration.RegistrationDraft.Checked;
import dev.gangway.domain.registration.RegistrationDraft.Credentials;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Realm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A register call's check finds everything that is wrong, by its path. */
class RegistrationDraftTest {
    private static final Partner SIXPENCE = new Partner(
            new PartnerId(new UUID(1, 2)),
            new PartnerSlug("sixpence"),
            "SixpenceX",
            Realm.SHARED,
            Set.of(new ExchangeName("SIXPENCE"), new ExchangeName("KRAKEN")),
            List.of(),
            null,
            LinkLifetime.DEFAULT,
            null,
            null,
            CallRate.UNLIMITED);

    private static final Credentials GOOD = new Credentials("sixpence", "planted-key", "planted-secret", null);

    private static RegistrationDraft draft(@Nullable List<Credentials> credentials) {
        return new RegistrationDraft(
                "User@Example.com", "Jordan", "Mensah", "SIXPENCE", "CODE", "rsa", "p-1", credentials);
    }

    private static List<InvalidValue> errorsOf(RegistrationDraft draft) {
        Checked checked = draft.check(SIXPENCE, CredentialRules.PLAIN);
        assertThat(checked).isInstanceOf(Checked.Invalid.class);
        return ((Checked.Invalid) checked).errors();
    }

    private static RegistrationRequest requestOf(RegistrationDraft draft) {
        Checked checked = draft.check(SIXPENCE, CredentialRules.PLAIN);
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        return ((Checked.Valid) checked).request();
    }

    @Test
    void aCompleteCallIsWhatItSays() {
        RegistrationRequest request = requestOf(
                draft(List.of(GOOD, new Credentials("Kraken", "another-key", "-----BEGIN\r\nEND-----", "passphrase"))));
        assertThat(request.email().value()).isEqualTo("User@Example.com");
        assertThat(request.partnerSource()).isEqualTo("SIXPENCE");
        assertThat(request.jurisdiction().value()).isEqualTo("RSA");
        assertThat(request.submitted())
                .containsExactly(
                        new RegistrationRequest.Submitted(
                                new ExchangeName("SIXPENCE"),
                                new ApiCredentials(Secret.of("planted-key"), Secret.of("planted-secret"), null)),
                        new RegistrationRequest.Submitted(
                                new ExchangeName("KRAKEN"),
                                new ApiCredentials(
                                        Secret.of("another-key"),
                                        Secret.of("-----BEGIN\r\nEND-----"),
                                        Secret.of("passphrase"))));
    }

    @Test
    void nullAndEmptyMeanAbsentWhereAFieldIsOptional() {
        for (String absent : new @Nullable String[] {null, ""}) {
            RegistrationRequest request = requestOf(new RegistrationDraft(
                    "user@example.com",
                    absent,
                    absent,
                    "SIXPENCE",
                    absent,
                    "RSA",
                    absent,
                    List.of(new Credentials("SIXPENCE", "planted-key", "planted-secret", absent))));
            assertThat(request.name()).isNull();
            assertThat(request.surname()).isNull();
            assertThat(request.discountCode()).isNull();
            assertThat(request.partnerUserId()).isNull();
            assertThat(request.submitted().get(0).credentials().passphrase()).isNull();
        }
    }

    @Test
    void everythingThatIsMissingIsListed() {
        for (String missing : new @Nullable String[] {null, "", "   "}) {
            RegistrationDraft draft = new RegistrationDraft(
                    missing,
                    null,
                    null,
                    missing,
                    null,
                    missing,
                    null,
                    List.of(new Credentials(missing, missing, missing, null)));
            assertThat(errorsOf(draft))
                    .extracting(InvalidValue::field, InvalidValue::code)
                    .containsExactly(
                            tuple("email", FieldError.REQUIRED),
                            tuple("partner_source", FieldError.REQUIRED),
                            tuple("jurisdiction", FieldError.REQUIRED),
                            tuple("api_credentials[0].exchange_name", FieldError.REQUIRED),
                            tuple("api_credentials[0].api_key", FieldError.REQUIRED),
                            tuple("api_credentials[0].api_secret", FieldError.REQUIRED));
        }
    }

    /** Where the exchange needs one, a passphrase that is missing, empty or blank is named by its path. */
    @Test
    void aPassphraseIsRequiredWhereTheExchangeNeedsOne() {
        CredentialRules rules = new CredentialRules(Set.of(new ExchangeName("KRAKEN")));
        for (String missing : new @Nullable String[] {null, ""}) {
            RegistrationDraft draft = new RegistrationDraft(
                    "user@example.com",
                    null,
                    null,
                    "SIXPENCE",
                    null,
                    "RSA",
                    null,
                    List.of(GOOD, new Credentials("kraken", "0123456789", "0123456789", missing)));
            assertThat(draft.check(SIXPENCE, CredentialRules.PLAIN)).isInstanceOf(Checked.Valid.class);
            assertThat(((Checked.Invalid) draft.check(SIXPENCE, rules)).errors())
                    .extracting(InvalidValue::field, InvalidValue::code, InvalidValue::getMessage)
                    .containsExactly(tuple(
                            "api_credentials[1].api_passphrase",
                            FieldError.REQUIRED,
                            "api_credentials[1].api_passphrase: is required by KRAKEN"));
        }
        RegistrationDraft complete = new RegistrationDraft(
                "user@example.com",
                null,
                null,
                "SIXPENCE",
                null,
                "RSA",
                null,
                List.of(new Credentials("KRAKEN", "0123456789", "0123456789", "passphrase")));
        assertThat(complete.check(SIXPENCE, rules)).isInstanceOf(Checked.Valid.class);
    }

    @Test
    void everythingThatIsWrongIsListedByItsPath() {
        RegistrationDraft draft = new RegistrationDraft(
                "planted-no-address",
                "n".repeat(101),
                "planted\u0000",
                "SIXPENCE",
                "c".repeat(51),
                "R S A",
                "planted@example.com",
                List.of(
                        GOOD,
                        new Credentials("COINBASE", "short-key", "s".repeat(4097), "p".repeat(4097)),
                        new Credentials("no exchange", "planted\nkey1", "planted\tsecret", "planted\npassphrase")));
        List<InvalidValue> errors = errorsOf(draft);
        assertThat(errors)
                .extracting(InvalidValue::field, InvalidValue::code)
                .containsExactly(
                        tuple("email", FieldError.INVALID_FORMAT),
                        tuple("name", FieldError.TOO_LONG),
                        tuple("surname", FieldError.INVALID_CHARACTER),
                        tuple("discount_code", FieldError.TOO_LONG),
                        tuple("jurisdiction", FieldError.INVALID_FORMAT),
                        tuple("partner_user_id", FieldError.NOT_ALLOWED),
                        tuple("api_credentials[1].exchange_name", FieldError.NOT_ALLOWED),
                        tuple("api_credentials[1].api_key", FieldError.TOO_SHORT),
                        tuple("api_credentials[1].api_secret", FieldError.TOO_LONG),
                        tuple("api_credentials[1].api_passphrase", FieldError.TOO_LONG),
                        tuple("api_credentials[2].exchange_name", FieldError.INVALID_FORMAT),
                        tuple("api_credentials[2].api_key", FieldError.INVALID_CHARACTER),
                        tuple("api_credentials[2].api_secret", FieldError.INVALID_CHARACTER),
                        tuple("api_credentials[2].api_passphrase", FieldError.INVALID_CHARACTER));
        assertThat(errors).extracting(InvalidValue::explanation).noneMatch(text -> text.contains("planted"));
    }

    @Test
    void anExchangeThatIsNotThePartnersIsToldWhichAre() {
        assertThat(errorsOf(draft(List.of(new Credentials("OTHER", "planted-key", "planted-secret", null)))))
                .singleElement()
                .satisfies(error -> assertThat(error.explanation()).contains("KRAKEN, SIXPENCE"));
    }

    @Test
    void oneToFifteenCredentialsAreTaken() {
        assertThat(requestOf(draft(Collections.nCopies(15, GOOD))).submitted()).hasSize(15);
        assertThat(errorsOf(draft(null)))
                .extracting(InvalidValue::field, InvalidValue::code)
                .containsExactly(tuple("api_credentials", FieldError.REQUIRED));
        assertThat(errorsOf(draft(List.of())))
                .extracting(InvalidValue::field, InvalidValue::code)
                .containsExactly(tuple("api_credentials", FieldError.REQUIRED));
        List<Credentials> sixteen = new ArrayList<>(Collections.nCopies(15, GOOD));
        sixteen.add(new Credentials(null, null, null, null));
        assertThat(errorsOf(draft(sixteen)))
                .extracting(InvalidValue::field, InvalidValue::code)
                .containsExactly(tuple("api_credentials", FieldError.TOO_LONG));
    }

    @Test
    void neitherADraftNorAnItemNorARequestTellsItsCredentials() {
        RegistrationDraft draft = draft(List.of(GOOD));
        assertThat(draft.toString()).doesNotContain("planted");
        assertThat(GOOD.toString()).doesNotContain("planted");
        assertThat(requestOf(draft).toString()).doesNotContain("planted");
    }
}
