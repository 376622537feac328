package dev.gangway.architecture.seeded.application;

/** A use case without an outcome. */
public final class AnswersNothing {
    /** Nothing to say. */
    public record Command() {}

    /** Does it. */
    public void execute(Command command) {}
}
