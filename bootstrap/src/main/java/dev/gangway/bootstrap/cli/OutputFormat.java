package dev.gangway.bootstrap.cli;

/** What a command prints its data as. */
enum OutputFormat {
    /** For people. */
    text,
    /** One object on one line, for programs. */
    json
}
