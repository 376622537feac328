package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.csv.LedgerColumn;
import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Sources;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.domain.upload.UploadColumn;
import dev.gangway.domain.user.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploading a history. */
final class UploadTest {
    private static final String GOOD = """
            date,kind,received_quantity,received_asset,sent_quantity,sent_asset,id
            2024-03-31,deposit,1000,ZAR,,,d1
            2024-04-01 10:00,trade,0.001,BTC,900,ZAR,t1
            """;

    private Site site;
    private Browser browser;

    @BeforeEach
    void signIn() {
        site = Site.open();
        browser = new Browser(site);
        browser.navigate(site.link("user@example.com"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Reply upload(String csv) {
        return upload(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Reply upload(byte[] csv) {
        return post(browser.navigate("/report/upload").formToken(), csv);
    }

    private Reply post(String token, byte[] csv) {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n" + token
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(head, head.length + csv.length + tail.length);
        System.arraycopy(csv, 0, body, head.length, csv.length);
        System.arraycopy(tail, 0, body, head.length + csv.length, tail.length);
        return site.send(
                "POST",
                "/report/upload",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                "multipart/form-data; boundary=x",
                "Cookie",
                "gangway_session=" + browser.cookie("gangway_session"),
                "Accept",
                "text/html");
    }

    private static String action(Reply preview) {
        int at = preview.text().indexOf("action=\"/report/uploads/");
        assertThat(at).as(preview.text()).isPositive();
        return preview.text().substring(at + 8, preview.text().indexOf('"', at + 8));
    }

    private Reply confirm(Reply preview) {
        return browser.submit(action(preview), preview);
    }

    private long stored() {
        return site.world()
                .ports()
                .ledgers()
                .state(LedgerScope.whole(new UserId(browser.signedInAs())))
                .transactions();
    }

    @Test
    void aFileIsShownThenAddedOnce() {
        Reply preview = upload(GOOD);

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text())
                .contains("2 transactions in this file", "Deposit: 1", "Trade: 1", "BTC, ZAR", "31 Mar 2024")
                .contains("Add these 2 transactions", "Nothing is stored yet.");
        assertThat(stored()).isZero();

        assertThat(confirm(preview).status()).isEqualTo(303);
        assertThat(confirm(preview).header("Location")).isEqualTo("/report");
        assertThat(stored()).isEqualTo(2);
        assertThat(browser.navigate("/report").text()).contains("Uploaded file", "2 transactions");

        confirm(upload(GOOD));
        assertThat(stored()).isEqualTo(2);
        assertThat(new Sources(site.world()).of(browser)).hasSize(2);
    }

    @Test
    void everyBadLineIsNamedWithItsNumberAndReasonAndOnlyTheGoodOnesAreAdded() {
        Reply preview = upload(GOOD + """
                31/12/2024,deposit,1,BTC,,,x
                2024-05-01,deposit,"1,5",BTC,,,y
                2024-05-02,buy,1,BTC,,,z
                2024-05-03,deposit,1,BTC,,,d1

                2024-05-04,deposit,1,BTC
                """);

        assertThat(preview.text())
                .contains("5 lines were not understood", "Add only the 2 good lines")
                .contains(
                        "Line 4</strong> <bdi>date must be like", "Line 5</strong> <bdi>received_quantity has a comma")
                .contains("Line 6</strong> <bdi>kind must be one of", "Line 7</strong> <bdi>has the id of line 2")
                .contains("Line 9</strong> <bdi>has 4 cells where the header has 7");
        confirm(preview);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void linesWithoutAnIdAreToldByTheirContent() {
        String csv = "kind,date,received_quantity,received_asset\nreward,2024-01-01,1,ETH\nreward,2024-01-01,1.0,eth\n";
        confirm(upload(csv));
        assertThat(stored()).isEqualTo(2);
        confirm(upload("""
                date;kind;received_asset;received_quantity
                2024-01-01;reward;ETH;1
                2024-01-01;reward;ETH;1
                2024-01-01;reward;ETH;1
                """));
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void whatASpreadsheetMakesOfItIsReadToo() {
        String csv = "\uFEFF" + """
                "date";"kind";"received_quantity";"received_asset"
                "2024-01-01";"deposit";"1.5";"BTC"
                ;;;
                """.replace("\n", "\r\n");
        assertThat(upload(csv).text()).contains("1 transaction in this file").doesNotContain("not understood");
        assertThat(upload(csv.replace(";", "\t")).text()).contains("1 transaction in this file");
    }

    @Test
    void whatWasDownloadedCanBeUploadedAndDoublesNothing() {
        confirm(upload(GOOD));
        String file = browser.get("/report/ledger.csv").text();
        Reply again = upload(file);
        assertThat(again.text()).contains("2 transactions in this file").doesNotContain("not understood");
        confirm(again);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void linesOfASourceThatIsConnectedAreHereAlready() {
        String source = new Sources(site.world()).only(browser).id().value();
        assertThat(upload("date,kind,received_quantity,received_asset,id,source_id\n2024-01-01,deposit,1,BTC,a,"
                                + source)
                        .text())
                .contains("No transaction was understood", "Line 2</strong> <bdi>is here already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "date,kind,price\n2024-01-01,deposit,1",
                "date,received_asset\n",
                "date,date,kind\n",
            })
    void aFileWithoutAHeaderThatWeKnowIsRefusedAsAWhole(String csv) {
        Reply reply = upload(csv);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("Nothing was stored.", "What the file looks like");
    }

    @Test
    void anUnknownColumnIsNamed() {
        assertThat(upload("date,kind,<b>price</b>\n").text()).contains("&lt;b&gt;price&lt;/b&gt;");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithAdvice() {
        assertThat(upload(GOOD.getBytes(StandardCharsets.UTF_16)).text()).contains("CSV UTF-8");
        assertThat(upload((GOOD + "2024-01-01,deposit,1,BTC,,,é\n").getBytes(Charset.forName("windows-1252")))
                        .text())
                .contains("It is not UTF-8");
        assertThat(upload(new byte[] {0, 1, 2, (byte) 0xff}).status()).isEqualTo(400);
    }

    @Test
    void aQuoteThatIsNotClosedIsTold() {
        Reply reply = upload(GOOD + "2024-01-01,deposit,1,BTC,,,\"open\n" + "x,".repeat(20_000));
        assertThat(reply.text()).contains("2 transactions in this file", "cannot be taken apart");
    }

    @Test
    void ofManyBadLinesAThousandAreListedAndTheRestCounted() {
        assertThat(upload("date,kind\n" + "x,y\n".repeat(1_500)).text())
                .contains("lines were not understood", "and 500 more lines", "Line 1\u202F001")
                .doesNotContain("Line 1\u202F002");
    }

    @Test
    void tooLargeAndTooLongFilesAreRefused() {
        assertThat(upload(new byte[21 * 1024 * 1024]).status()).isEqualTo(413);
        assertThat(upload("date,kind\n" + ",\n".repeat(200_001)).text()).contains("more than 200,000 lines");
    }

    @Test
    void anotherUserCannotAddItAndAfterAnHourNobodyCan() {
        Reply preview = upload(GOOD);
        Browser stranger = new Browser(site);
        stranger.navigate(site.link("stranger@example.com"));
        assertThat(stranger.submit(action(preview), stranger.navigate("/report"))
                        .status())
                .isEqualTo(404);
        site.world().clock().advance(Duration.ofHours(1));
        assertThat(confirm(preview).text()).contains("no longer here");
        assertThat(browser.submit("/report/uploads/x", preview).status()).isEqualTo(404);
        assertThat(stored()).isZero();
    }

    @Test
    void itNeedsTheTokenOfThisSessionBeforeTheFile() {
        assertThat(post("nonsense", GOOD.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(403);
        String cookie = "gangway_session=" + browser.cookie("gangway_session");
        assertThat(site.send(
                                "POST",
                                "/report/upload",
                                BodyPublishers.ofString("--x--"),
                                "Content-Type",
                                "multipart/form-data; boundary=x",
                                "Cookie",
                                cookie)
                        .status())
                .isEqualTo(403);
        assertThat(site.form("/report/upload", "form_token=x", "Cookie", cookie).code())
                .isEqualTo("INVALID_FORM_TOKEN");
    }

    @Test
    void theColumnsAreThoseOfTheDownload() {
        assertThat(Arrays.stream(UploadColumn.values()).map(UploadColumn::header))
                .containsExactlyElementsOf(LedgerColumn.headers());
    }
}
