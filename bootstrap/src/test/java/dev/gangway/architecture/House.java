package dev.gangway.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things live.
 *
 * @param root the package above all: the real house's, or that of the seeded one, whose rooms break the rules
 */
record House(String root) {
    static final House REAL = new House("dev.gangway");
    static final House SEEDED = new House("dev.gangway.architecture.seeded");

    /** The packages of one room. */
    String of(Room room) {
        return root + "." + room.folder + "..";
    }

    /** The packages of several rooms. */
    String[] of(Iterable<Room> rooms) {
        List<String> packages = new ArrayList<>();
        rooms.forEach(room -> packages.add(of(room)));
        return packages.toArray(String[]::new);
    }

    /** The packages of every room but these. */
    String[] allBut(Iterable<Room> rooms) {
        List<Room> others = new ArrayList<>(List.of(Room.values()));
        rooms.forEach(others::remove);
        return of(others);
    }

    /** What ships. */
    JavaClasses main() {
        return this.equals(REAL) ? Classes.MAIN : Classes.SEEDED;
    }

    /** What ships, and its tests. */
    JavaClasses everything() {
        return this.equals(REAL) ? Classes.EVERYTHING : Classes.SEEDED;
    }

    /** Where the ports are. */
    String ports() {
        return root + ".application..port..";
    }

    /** Where ledgers are added up. */
    String calculation() {
        return root + ".domain.portfolio";
    }

    /** One module's packages. */
    enum Room {
        DOMAIN("domain"),
        APPLICATION("application"),
        HTTP("adapters.http"),
        EXCHANGES("adapters.exchanges"),
        OUTBOUND("adapters.outbound"),
        PERSISTENCE("adapters.persistence"),
        CRYPTO("adapters.crypto"),
        BOOTSTRAP("bootstrap");

        static final List<Room> ADAPTERS = List.of(HTTP, EXCHANGES, OUTBOUND, PERSISTENCE, CRYPTO);

        private final String folder;

        Room(String folder) {
            this.folder = folder;
        }

        /** The module that holds the room. */
        String module() {
            return folder.replace('.', '-');
        }
    }
}
