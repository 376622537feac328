package dev.gangway.bootstrap.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.bootstrap.config.Durations;
import dev.gangway.bootstrap.config.Visible;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.partner.TokenLifetime;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.source.ExchangeName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner is, declared in YAML: slug, name, exchanges, discounts, link lifetime, addresses, rate and token
 * lifetime. Applying the
 * same file again changes nothing.
 */
public final class EnrolmentFile {
    private static final String[] KEYS = {
        "slug",
        "name",
        "id",
        "exchanges",
        "discounts",
        "link_lifetime",
        "return_url",
        "refresh_url",
        "rate",
        "token_lifetime"
    };
    private static final String[] DISCOUNT_KEYS = {"code", "default", "cap", "expires_at"};

    private final List<String> problems = new ArrayList<>();

    private EnrolmentFile() {}

    /**
     * Reads a file's content.
     *
     * @throws EnrolmentProblems naming everything that is wrong with it at once
     */
    public static EnrolPartner.Command read(String yaml, RequestOrigin origin) throws EnrolmentProblems {
        return new EnrolmentFile().command(parse(yaml), origin);
    }

    private static JsonNode parse(String yaml) throws EnrolmentProblems {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (MappingIterator<JsonNode> documents =
                mapper.readerFor(JsonNode.class).readValues(yaml)) {
            if (!documents.hasNextValue()) {
                throw new EnrolmentProblems(List.of("the file is empty"));
            }
            JsonNode document = documents.nextValue();
            if (documents.hasNextValue()) {
                throw new EnrolmentProblems(List.of("the file holds more than one document; enrol one partner a file"));
            }
            return document;
        } catch (JsonProcessingException malformed) {
            String where = malformed.getLocation() == null
                    ? ""
                    : " (line " + malformed.getLocation().getLineNr() + ")";
            String what = String.valueOf(malformed.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new EnrolmentProblems(List.of("the file is not valid YAML" + where + ": " + Visible.of(what)));
        } catch (IOException impossible) {
            throw new IllegalStateException("A string can be read", impossible);
        }
    }

    private EnrolPartner.Command command(JsonNode document, RequestOrigin origin) throws EnrolmentProblems {
        Mapping file = new Mapping(document, "", problems, KEYS);
        if (!document.isObject()) {
            throw new EnrolmentProblems(problems);
        }
        String slugText = file.requiredText("slug");
        PartnerSlug slug = slugText == null ? null : file.make("slug", () -> new PartnerSlug(slugText));
        String nameText = file.requiredText("name");
        String name = nameText == null ? null : file.make("name", () -> Text.required("name", nameText, 100));
        PartnerId id = id(file);
        Set<ExchangeName> exchanges = exchanges(file);
        DiscountList discounts = discounts(file);
        LinkLifetime lifetime = lifetime(file);
        WebAddress returnUrl = address(file, "return_url");
        WebAddress refreshUrl = address(file, "refresh_url");
        CallRate rate = rate(file);
        TokenLifetime tokenLifetime = tokenLifetime(file);
        if (!problems.isEmpty()) {
            throw new EnrolmentProblems(problems);
        }
        return new EnrolPartner.Command(
                id,
                Objects.requireNonNull(slug),
                Objects.requireNonNull(name),
                exchanges,
                discounts.all,
                discounts.preset,
                lifetime,
                returnUrl,
                refreshUrl,
                rate,
                tokenLifetime,
                origin);
    }

    private static @Nullable PartnerId id(Mapping file) {
        String text = file.text("id");
        if (text == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return new PartnerId(id);
            }
        } catch (IllegalArgumentException malformed) {
            // told below, with what is merely like a UUID
        }
        file.complain("id", "must be the partner's UUID, as 'partner show' prints it");
        return null;
    }

    private Set<ExchangeName> exchanges(Mapping file) {
        List<JsonNode> items = file.list("exchanges");
        if (items.isEmpty() && problems.stream().noneMatch(problem -> problem.startsWith("exchanges "))) {
            file.complain("exchanges", "must name at least one exchange");
        }
        Set<ExchangeName> exchanges = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String path = "exchanges[" + i + "]";
            JsonNode item = items.get(i);
            if (!item.isTextual()) {
                file.complain(path, "must be a text, not " + Mapping.kind(item));
                continue;
            }
            ExchangeName exchange = file.make(path, () -> ExchangeName.required(path, item.asText()));
            if (exchange != null && !exchanges.add(exchange)) {
                file.complain(path, "names " + exchange + " again");
            }
        }
        return exchanges;
    }

    /** The discounts and which of them is tried when a call names none. */
    private record DiscountList(
            List<Discount> all, @Nullable DiscountCode preset) {}

    private DiscountList discounts(Mapping file) {
        List<JsonNode> items = file.list("discounts");
        List<Discount> discounts = new ArrayList<>();
        DiscountCode preset = null;
        for (int i = 0; i < items.size(); i++) {
            String path = "discounts[" + i + "]";
            Mapping item = new Mapping(items.get(i), path, problems, DISCOUNT_KEYS);
            String codeText = item.requiredText("code");
            DiscountCode code = codeText == null ? null : item.make("code", () -> DiscountCode.of(codeText));
            Integer cap = item.whole("cap");
            if (cap != null && cap < 1) {
                item.complain("cap", "must be at least 1");
                cap = null;
            }
            Instant expiresAt = instant(item, "expires_at");
            boolean isPreset = item.flag("default");
            if (code == null) {
                continue;
            }
            if (discounts.stream().anyMatch(known -> known.code().equals(code))) {
                item.complain("code", "names " + code + " again");
                continue;
            }
            discounts.add(new Discount(code, cap, expiresAt));
            if (isPreset && preset != null) {
                item.complain("default", "is true for more than one discount");
            }
            preset = isPreset ? code : preset;
        }
        return new DiscountList(discounts, preset);
    }

    private static @Nullable Instant instant(Mapping mapping, String key) {
        String text = mapping.text(key);
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            mapping.complain(key, "must be a time such as 2027-12-31T23:59:59Z, or a day such as 2027-12-31");
            return null;
        }
    }

    private static LinkLifetime lifetime(Mapping file) {
        String text = file.text("link_lifetime");
        if (text == null) {
            return LinkLifetime.DEFAULT;
        }
        Duration duration = Durations.parse(text);
        if (duration == null) {
            file.complain("link_lifetime", "must be a duration such as 30d or 3600s");
            return LinkLifetime.DEFAULT;
        }
        LinkLifetime lifetime = file.make("link_lifetime", () -> new LinkLifetime(duration));
        return lifetime == null ? LinkLifetime.DEFAULT : lifetime;
    }

    private static TokenLifetime tokenLifetime(Mapping file) {
        String text = file.text("token_lifetime");
        if (text == null) {
            return TokenLifetime.DEFAULT;
        }
        Duration duration = Durations.parse(text);
        if (duration == null) {
            file.complain("token_lifetime", "must be a duration such as 15m or 900s");
            return TokenLifetime.DEFAULT;
        }
        TokenLifetime lifetime = file.make("token_lifetime", () -> new TokenLifetime(duration));
        return lifetime == null ? TokenLifetime.DEFAULT : lifetime;
    }

    private static @Nullable WebAddress address(Mapping file, String key) {
        String text = file.text(key);
        return text == null ? null : file.make(key, () -> WebAddress.optional(key, text));
    }

    private static CallRate rate(Mapping file) {
        if (!file.has("rate")) {
            return CallRate.DEFAULT;
        }
        String text = file.text("rate");
        if (text == null || text.equals("unlimited")) {
            return CallRate.UNLIMITED;
        }
        CallRate rate = null;
        if (text.matches("[1-9]\\d{0,8}")) {
            rate = file.make("rate", () -> new CallRate(Integer.parseInt(text)));
        } else {
            file.complain("rate", "must be a number of calls a minute from 1 to 1000000, or unlimited");
        }
        return rate == null ? CallRate.DEFAULT : rate;
    }
}
