package example.embedding;

import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.registration.RegistrationDraft;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Realm;
import dev.gangway.domain.user.UserId;
import dev.gangway.domain.source.CredentialRules;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A service that takes Gangway's use cases by plain constructors, and keeps what they record in a store of its own. */
public final class Embedding {
    private static final String BASE_URL = "https://reports.example.com";
    private static final RequestOrigin ORIGIN = new RequestOrigin("embedding", "local");

    private final Partner partner = new Partner(
            new PartnerId(UUID.randomUUID()),
            new PartnerSlug("northwind"),
            "Northwind",
            Realm.SHARED,
            Set.of(new ExchangeName("NORTHWIND")),
            List.of(),
            null,
            LinkLifetime.DEFAULT,
            null,
            null,
            CallRate.UNLIMITED);

    private final RegisterPartnerUser register;
    private final RedeemRedirectToken redeem;
    private final CredentialId credential;

    /** Wires two use cases: storage is ours, cryptography is Gangway's, and there is no container. */
    Embedding() {
        Clock clock = Clock.systemUTC();
        OwnStore store = new OwnStore(partner);
        CryptoAdapters crypto = CryptoAdapters.with(MasterKey.generate(), null, new OwnKeyRings(), "development", clock);
        crypto.ensureKeys();

        register = new RegisterPartnerUser(
                store,
                store,
                crypto.credentialVault(),
                crypto.fingerprints(),
                crypto.linkSigner(),
                crypto.randomTokens(),
                crypto.ids(),
                clock,
                BASE_URL);
        redeem = new RedeemRedirectToken(crypto.linkSigner(), store, crypto.randomTokens(), clock);
        credential = crypto.ids().credentialId();
    }

    /** What a partner sends: unchecked texts in, a request whose every value holds out. */
    private RegistrationRequest request() {
        RegistrationDraft draft = new RegistrationDraft(
                "ada@example.com",
                "Ada",
                "Lovelace",
                "NORTHWIND",
                null,
                "GBR",
                null,
                List.of(new RegistrationDraft.Credentials("NORTHWIND", "ada's read-only key", "and its secret", null)));
        return switch (draft.check(partner, CredentialRules.PLAIN)) {
            case RegistrationDraft.Checked.Valid valid -> valid.request();
            case RegistrationDraft.Checked.Invalid invalid -> throw new IllegalStateException("" + invalid.errors());
        };
    }

    /** Registers the user on behalf of the partner. */
    RegisterPartnerUser.Outcome.Registered registerUser() {
        Principal principal = new Principal(partner, credential, "embedded", Scope.DEFAULT);
        return switch (register.execute(new RegisterPartnerUser.Command(request(), principal, ORIGIN))) {
            case RegisterPartnerUser.Outcome.Registered registered -> registered;
            case RegisterPartnerUser.Outcome.Refused refused -> throw new IllegalStateException("" + refused.code());
        };
    }

    /** Follows the link, as a browser's navigation would. */
    RedeemRedirectToken.Outcome follow(String redirectUrl) {
        String token = redirectUrl.substring((BASE_URL + "/r/").length());
        return redeem.execute(new RedeemRedirectToken.Command(
                Secret.of(token), RedeemRedirectToken.Intent.NAVIGATION, null, ORIGIN));
    }

    /** Registers a user, follows the link, and sees that it works exactly once. */
    public static void main(String[] arguments) {
        ClassPath.mustBeBare();
        System.out.println("on the class path: " + ClassPath.libraries());
        Embedding embedding = new Embedding();

        RegisterPartnerUser.Outcome.Registered registered = embedding.registerUser();
        expect(registered.created() && registered.sourcesAdded() == 1, "the user and its source are new");

        String url = registered.redirectUrl().value();
        RedeemRedirectToken.Outcome first = embedding.follow(url);
        expect(isSignedIn(first, registered.userId()), "the link signs its user in");

        RedeemRedirectToken.Outcome second = embedding.follow(url);
        expect(second instanceof RedeemRedirectToken.Outcome.Dead, "the link works once");

        expect(!embedding.registerUser().created(), "registering again finds the user");
    }

    private static boolean isSignedIn(RedeemRedirectToken.Outcome outcome, UserId user) {
        return outcome instanceof RedeemRedirectToken.Outcome.SignedIn signedIn
                && signedIn.userId().equals(user);
    }

    private static void expect(boolean held, String what) {
        if (!held) {
            throw new IllegalStateException("not so: " + what);
        }
        System.out.println(what);
    }
}
