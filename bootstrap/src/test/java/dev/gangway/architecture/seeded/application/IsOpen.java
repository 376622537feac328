package dev.gangway.architecture.seeded.application;

/** A use case that could be extended. */
public class IsOpen {
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
}
