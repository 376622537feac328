package dev.gangway.application.partner;

import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.partner.TokenLifetime;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Realm;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a partner what its enrolment file says, however often it is applied. A slug never changes: a file whose id or
 * name belongs to a partner with another slug is refused.
 */
public final class EnrolPartner {
    private final Partners partners;
    private final Ids ids;
    private final Clock clock;

    /** Enrols in {@code partners}. */
    public EnrolPartner(Partners partners, Ids ids, Clock clock) {
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An enrolment file's content; {@code id} is null where the file has none. The others are those of
     * {@link Partner}.
     */
    public record Command(
            @Nullable PartnerId id,
            PartnerSlug slug,
            String name,
            Set<ExchangeName> exchanges,
            List<Discount> discounts,
            @Nullable DiscountCode defaultDiscount,
            LinkLifetime linkLifetime,
            @Nullable WebAddress returnUrl,
            @Nullable WebAddress refreshUrl,
            CallRate rate,
            TokenLifetime tokenLifetime,
            RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** A new partner. */
        record Created(Partner partner) implements Outcome {}

        /** The partner is now what the file says. */
        record Changed(Partner partner) implements Outcome {}

        /** It was already. */
        record Unchanged(Partner partner) implements Outcome {}

        /** The file names an enrolled partner under another slug; nothing was changed. */
        record SlugChanged(Partner enrolled) implements Outcome {}

        /** The file's id is that of no partner, or not that of the partner with this slug; nothing was changed. */
        record IdUnknown() implements Outcome {}

        /** Another partner has been given the slug or the name at this very moment; nothing was changed. */
        record Conflict() implements Outcome {}
    }

    /** Applies the file. */
    public Outcome execute(Command command) {
        Partner bySlug = partners.find(command.slug());
        Partner other = underAnotherSlug(command);
        if (other != null) {
            return new Outcome.SlugChanged(other);
        }
        if (command.id() != null && (bySlug == null || !bySlug.id().equals(command.id()))) {
            return new Outcome.IdUnknown();
        }
        Partner wanted = wanted(command, bySlug);
        if (wanted.equals(bySlug)) {
            return new Outcome.Unchanged(wanted);
        }
        if (bySlug == null) {
            return partners.add(wanted, audit(command, AuditAction.PARTNER_ENROLLED, wanted))
                    ? new Outcome.Created(wanted)
                    : new Outcome.Conflict();
        }
        return partners.change(wanted, audit(command, AuditAction.PARTNER_CHANGED, wanted))
                ? new Outcome.Changed(wanted)
                : new Outcome.Conflict();
    }

    private @Nullable Partner underAnotherSlug(Command command) {
        return partners.all().stream()
                .filter(partner -> !partner.slug().equals(command.slug()))
                .filter(partner ->
                        partner.id().equals(command.id()) || partner.name().equals(command.name()))
                .findFirst()
                .orElse(null);
    }

    private Partner wanted(Command command, @Nullable Partner enrolled) {
        return new Partner(
                enrolled == null ? ids.partnerId() : enrolled.id(),
                command.slug(),
                command.name(),
                enrolled == null ? Realm.SHARED : enrolled.realm(),
                command.exchanges(),
                command.discounts(),
                command.defaultDiscount(),
                command.linkLifetime(),
                command.returnUrl(),
                command.refreshUrl(),
                command.rate(),
                command.tokenLifetime());
    }

    private AuditEntry audit(Command command, AuditAction action, Partner partner) {
        return new AuditEntry(
                action, partner.id(), null, partner.id().toString(), command.origin(), ApplicationTime.now(clock));
    }
}
