package dev.gangway.bootstrap.terminal;

/** A command that cannot do what it was asked; its message is the one sentence that the user reads. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence why, in plain words, without a secret */
    public Refusal(String sentence) {
        super(sentence, null, false, false);
    }
}
