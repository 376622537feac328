package dev.gangway.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets that slipped into a line do not reach the log. */
class RedactionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            token gw_sandbox_AbC012xyz seen           | token gw_sandbox_[redacted] seen
            key gwmk_AbC-012_xyz.                      | key gwmk_[redacted]
            GET /r/eyJhbGciOi.J9.abc-_ 200             | GET /r/[redacted] 200
            "https://x.example/r/abc?x=1"              | "https://x.example/r/[redacted]"
            jws eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ4In0.x | jws eyJ[redacted]
            template /r/{token}                        | template /r/{token}
            nothing of the kind                        | nothing of the kind
            """)
    void secretsAreBlankedOut(String line, String redacted) {
        assertThat(Redaction.of(line)).isEqualTo(redacted);
    }

    @Test
    void theWholeLineIsLookedAt() {
        LoggerContext context = new LoggerContext();
        JsonEncoder json = new JsonEncoder();
        json.setContext(context);
        json.start();
        LoggingEvent event = new LoggingEvent(
                "x",
                context.getLogger("x"),
                Level.INFO,
                "argument {}",
                new IllegalStateException("in an exception: gw_test_SECRET1"),
                new Object[] {"gw_test_SECRET2"});
        event.setMDCPropertyMap(Map.of("request_id", "/r/SECRET3"));
        String line = new String(new RedactingEncoder(json).encode(event), StandardCharsets.UTF_8);
        assertThat(line).doesNotContain("SECRET").contains("request_id");
    }
}
