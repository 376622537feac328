package dev.gangway.adapters.http.source;

import dev.gangway.adapters.http.csv.UploadedCsv;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.page.UploadPreviewView;
import dev.gangway.adapters.http.page.UploadView;
import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.SessionForms;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Body;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.FormBody;
import dev.gangway.adapters.http.wire.Frames;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.adapters.http.wire.Multipart;
import dev.gangway.application.upload.ConfirmUpload;
import dev.gangway.application.upload.ReadUpload;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.upload.UploadId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Uploading a history: a page that takes a file, a page that shows what is in it, and a button that adds it. */
public final class UploadRoutes {
    /** The largest file. */
    static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final String FORM = "/report/upload";
    private static final String CONFIRM = "/report/uploads/{id}";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Reading remembers an id for each line, and memory has its limits. */
    private static final int AT_ONCE = 2;

    private static final String NOT_UTF_8 =
            "It is not UTF-8: save it as CSV UTF-8 (in Excel: Save as, CSV UTF-8) and try again.";

    private final ReadUpload read;
    private final ConfirmUpload confirm;
    private final SessionForms forms;
    private final Pages pages;
    private final Frames frames;
    private final Gate gate;
    private final Semaphore room = new Semaphore(AT_ONCE);

    /** @param gate words refusals */
    public UploadRoutes(
            ReadUpload read, ConfirmUpload confirm, SessionForms forms, Pages pages, Frames frames, Gate gate) {
        this.read = read;
        this.confirm = confirm;
        this.forms = forms;
        this.pages = pages;
        this.frames = frames;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new SecuredRoute.ForUser(
                        "GET", FORM, MediaType.HTML, (call, session) -> Answer.html(200, form(session, null))),
                new SecuredRoute.ForUser("POST", FORM, "", this::take),
                new SecuredRoute.ForUser("POST", CONFIRM, "", this::confirm));
    }

    private String form(Session session, @Nullable String problem) {
        return pages.upload(frames.of(session), new UploadView(frames.token(session), problem));
    }

    private Answer take(Call call, Session session) {
        if (!forms.mayPost(call)) {
            return forms.foreign(call);
        }
        if (!room.tryAcquire()) {
            return gate.refuse(Problem.of(ErrorCode.SERVICE_UNAVAILABLE), call).with("Retry-After", "10");
        }
        try {
            return take(
                    call,
                    session,
                    Multipart.of(
                            call.headers("Content-Type"),
                            call.body().stream(MAX_BYTES + FormBody.FORM_TOKEN.length() + 8192, PATIENCE)));
        } catch (UncheckedIOException failed) {
            return failed(call, session, failed.getCause());
        } catch (IOException failed) {
            return failed(call, session, failed);
        } finally {
            room.release();
        }
    }

    /** The token's field stands before the file's: nothing of a foreign form is looked at. */
    private Answer take(Call call, Session session, @Nullable Multipart form) throws IOException {
        Multipart.Part token = form == null ? null : form.next();
        if (form == null
                || token == null
                || !token.name().equals(FormBody.FORM_TOKEN)
                || !forms.isFrom(session, text(token.content()))) {
            return forms.foreign(call);
        }
        Multipart.Part file = form.next();
        if (file == null || !file.name().equals("file")) {
            return refused(session, "Choose a file first.");
        }
        ReadUpload.Outcome outcome =
                read.execute(new ReadUpload.Command(session.userId(), UploadedCsv.of(file.content())));
        while (form.next() != null) {
            // a field that nobody asked for
        }
        return switch (outcome) {
            case ReadUpload.Outcome.Refused refused -> refused(session, refused.reason());
            case ReadUpload.Outcome.Understood understood ->
                Answer.html(
                        200,
                        pages.uploadPreview(
                                frames.of(session), UploadPreviewView.of(understood.preview(), frames.token(session))));
        };
    }

    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(1024), StandardCharsets.UTF_8);
    }

    private Answer failed(Call call, Session session, @Nullable IOException failure) {
        if (failure instanceof Body.Unread unread && unread.tooLarge()) {
            String reason = "A file may have at most 20 MiB: upload it in parts.";
            return MediaType.isNamed(call.headers("Accept"), MediaType.HTML)
                    ? Answer.html(413, form(session, reason))
                    : gate.refuse(Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, reason), call);
        }
        if (failure instanceof CharacterCodingException) {
            return refused(session, NOT_UTF_8);
        }
        return gate.refuse(
                Problem.of(ErrorCode.MALFORMED_REQUEST, "The file did not come whole. Please upload it again."), call);
    }

    private Answer refused(Session session, String reason) {
        return Answer.html(400, form(session, reason));
    }

    private Answer confirm(Call call, Session session) {
        if (forms.fields(call, session) == null) {
            return forms.foreign(call);
        }
        UploadId upload = upload(call);
        if (upload == null) {
            return gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        }
        return switch (confirm.execute(new ConfirmUpload.Command(session.userId(), upload, call.origin()))) {
            case ConfirmUpload.Outcome.Stored stored -> Answer.seeOther("/report");
            case ConfirmUpload.Outcome.NoSuchUpload none ->
                MediaType.isNamed(call.headers("Accept"), MediaType.HTML)
                        ? Answer.html(
                                404,
                                form(session, "The file that you looked at is no longer here: please upload it again."))
                        : gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        };
    }

    private static @Nullable UploadId upload(Call call) {
        try {
            return new UploadId(call.path().substring(CONFIRM.indexOf('{')));
        } catch (InvalidValue malformed) {
            return null;
        }
    }
}
