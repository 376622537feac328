package dev.gangway.bootstrap.cli;

import picocli.CommandLine.IVersionProvider;

/** Which Gangway this is. */
public final class Version implements IVersionProvider {
    /** For picocli. */
    public Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {"gangway " + current()};
    }

    /** The version in the jar's manifest. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
