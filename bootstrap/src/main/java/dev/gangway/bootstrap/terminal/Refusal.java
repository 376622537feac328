package dev.gangway.bootstrap.terminal;

/** A command that cannot do what it was asked; its message is the one sentence that the user reads. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence why, in plain words, without a secret */
    public Refusal(String sentence) {
        super(sentence, null, false, false);
    }

    /** Neither of the given master keys opens the key rings of this database. */
    public static Refusal ofMasterKey(IllegalStateException unopened) {
        return new Refusal("The keys in the database do not open: " + unopened.getMessage()
                + ". Check GANGWAY_MASTER_KEY and GANGWAY_MASTER_KEY_PREVIOUS.");
    }
}
