package dev.gangway.bootstrap;

/** The front door of the server and its command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("usage: gangway <command> [options]");
    }
}
