package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.application.audit.ForgetExplanations;
import dev.gangway.application.audit.NoteRefusal;
import dev.gangway.application.audit.RefusalBook;
import dev.gangway.application.audit.WriteRefusals;
import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.bootstrap.config.Environment;
import java.time.Clock;

/** What becomes of refused calls. */
final class AuditModule extends AbstractModule {
    private final Environment environment;

    AuditModule(Environment environment) {
        this.environment = environment;
    }

    @Provides
    @Singleton
    RefusalBook book() {
        return new RefusalBook();
    }

    @Provides
    @Singleton
    NoteRefusal noteRefusal(RefusalBook book, Clock clock) {
        return new NoteRefusal(book, environment.explains(), clock);
    }

    @Provides
    @Singleton
    WriteRefusals writeRefusals(RefusalBook book, AuditTrail trail) {
        return new WriteRefusals(book, trail);
    }

    @Provides
    @Singleton
    ForgetExplanations forgetExplanations(AuditTrail trail, Clock clock) {
        return new ForgetExplanations(trail, clock);
    }
}
