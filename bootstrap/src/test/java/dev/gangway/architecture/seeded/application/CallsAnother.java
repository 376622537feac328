package dev.gangway.architecture.seeded.application;

/** A use case that calls another. */
public final class CallsAnother {
    private final SaysMore other;

    /** Calls {@code other}. */
    public CallsAnother(SaysMore other) {
        this.other = other;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Done. */
        record Done(String how) implements Outcome {}
    }

    /** Does it. */
    public Outcome execute(Command command) {
        return new Outcome.Done(other.execute(new SaysMore.Command()).toString());
    }
}
