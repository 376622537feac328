package dev.gangway.adapters.http.portfolio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.application.portfolio.PortfolioProperties;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.portfolio.Holding;
import dev.gangway.domain.portfolio.Portfolio;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Portfolios as JSON. Numbers have every digit that they have here, and never an exponent. */
final class PortfolioDocument {
    private PortfolioDocument() {}

    static byte[] of(Portfolio portfolio) {
        return Json.write(json -> {
            json.writeStartArray();
            for (Holding holding : portfolio.holdings()) {
                json.writeStartObject();
                json.writeStringField("ticker", holding.asset().value());
                write(json, "quantity", holding.quantity());
                write(json, "averagePurchasePrice", holding.averagePurchasePrice());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static byte[] of(PortfolioProperties properties) {
        AssetCode base = properties.baseCurrency();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("baseCurrency", base == null ? null : base.value());
            json.writeNumberField("transactionCount", properties.transactionCount());
            json.writeNumberField("sourceCount", properties.sourceCount());
            json.writeStringField("firstTransactionAt", text(properties.firstTransactionAt()));
            json.writeStringField("lastSyncAt", text(properties.lastSyncAt()));
            json.writeNumberField("unpricedCount", properties.unpricedCount());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, String name, @Nullable BigDecimal number) throws IOException {
        json.writeFieldName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number.toPlainString());
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
