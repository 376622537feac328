package dev.gangway.bootstrap.demo.sixpence.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Amount;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Movement;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Novelty;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Trade;
import dev.gangway.bootstrap.demo.sixpence.http.Answer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The JSON of the API. Amounts are strings: a JSON number would lose digits in most readers. */
final class ApiJson {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ApiJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Answer answer(int status, JsonNode body) {
        return Answer.of(status, "application/json", body.toString());
    }

    static ObjectNode transaction(Transaction transaction) {
        ObjectNode json = object().put("id", transaction.id())
                .put("type", transaction.type())
                .put("time", MILLISECONDS.format(transaction.time()));
        switch (transaction) {
            case Trade trade -> {
                json.put("side", trade.side().name().toLowerCase(Locale.ROOT));
                put(json, "base_", trade.base());
                put(json, "quote_", trade.quote());
                put(json, "fee_", trade.fee());
            }
            case Movement movement -> {
                put(json, "", movement.amount());
                movement.fee().ifPresent(fee -> put(json, "fee_", fee));
            }
            case Novelty novelty -> novelty.members().forEach(json::put);
        }
        return json;
    }

    private static void put(ObjectNode json, String prefix, Amount amount) {
        json.put(prefix + "asset", amount.asset());
        json.put(prefix + "amount", amount.value().toPlainString());
    }
}
