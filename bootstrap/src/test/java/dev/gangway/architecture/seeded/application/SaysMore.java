package dev.gangway.architecture.seeded.application;

/** A use case with two public methods. */
public final class SaysMore {
    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Done. */
        record Done() implements Outcome {}
    }

    /** Does it. */
    public Outcome execute(Command command) {
        return new Outcome.Done();
    }

    /** Does it again. */
    public Outcome again(Command command) {
        return execute(command);
    }
}
