package dev.gangway.adapters.http.page;

import dev.gangway.application.portfolio.SharedConnection;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.user.Sharing;
import java.util.List;

/**
 * What partners see of the user, and the buttons that change it.
 *
 * @param partners those that see anything
 */
public record SharingView(List<Shared> partners) {
    /** Nobody sees anything. */
    public static final SharingView NOBODY = new SharingView(List.of());

    public SharingView {
        partners = List.copyOf(partners);
    }

    /** These partners do. */
    public static SharingView of(List<SharedConnection> connections) {
        return new SharingView(
                connections.stream().map(connection -> new Shared(connection)).toList());
    }

    /** One partner and what it sees. */
    public record Shared(SharedConnection connection) {
        /** Its name. */
        public String name() {
            return connection.name();
        }

        /** Its id, for the form. */
        public String partner() {
            return connection.partner().toString();
        }

        /** What it sees, in words. */
        public String sees() {
            return switch (connection.sharing()) {
                case SENT_SOURCES -> "Your holdings in the sources that it sent here, and nothing else.";
                case ALL_SOURCES -> "Your holdings in all of your sources.";
            };
        }

        /** What the button says. */
        public String change() {
            return switch (connection.sharing()) {
                case SENT_SOURCES -> "Share all my sources";
                case ALL_SOURCES -> "Share only what it sent";
            };
        }

        /** What the button asks for. */
        public String wanted() {
            return Ascii.lower(
                    switch (connection.sharing()) {
                        case SENT_SOURCES -> Sharing.ALL_SOURCES.name();
                        case ALL_SOURCES -> Sharing.SENT_SOURCES.name();
                    });
        }
    }
}
