package dev.gangway.adapters.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Some transactions of an upload as they wait: one compressed JSON array of texts, each transaction's behind another's. */
final class UploadPart {
    private static final JsonFactory JSON = new JsonFactory();

    private UploadPart() {}

    static byte[] write(List<LedgerTransaction> transactions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(new GZIPOutputStream(bytes))) {
            json.writeStartArray();
            for (LedgerTransaction one : transactions) {
                json.writeString(one.externalId());
                json.writeString(one.kind().name());
                json.writeString(one.occurredAt().toString());
                write(json, one.received());
                write(json, one.sent());
                write(json, one.fee());
                json.writeString(one.raw());
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable Amount amount) throws IOException {
        json.writeString(amount == null ? null : amount.quantity().toPlainString());
        json.writeString(amount == null ? null : amount.asset().value());
    }

    static List<LedgerTransaction> read(byte[] content, int mapperVersion) {
        List<LedgerTransaction> transactions = new ArrayList<>();
        try (JsonParser json = JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(content)))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                transactions.add(new LedgerTransaction(
                        json.getText(),
                        TransactionKind.valueOf(text(json)),
                        Instant.parse(text(json)),
                        amount(json),
                        amount(json),
                        amount(json),
                        text(json),
                        mapperVersion));
            }
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
        return transactions;
    }

    private static String text(JsonParser json) throws IOException {
        json.nextToken();
        return json.getText();
    }

    private static @Nullable Amount amount(JsonParser json) throws IOException {
        String quantity = json.nextToken() == JsonToken.VALUE_NULL ? null : json.getText();
        String asset = json.nextToken() == JsonToken.VALUE_NULL ? null : json.getText();
        return quantity == null || asset == null ? null : new Amount(new AssetCode(asset), new BigDecimal(quantity));
    }
}
