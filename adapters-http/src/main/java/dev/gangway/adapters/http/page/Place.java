package dev.gangway.adapters.http.page;

/** A part of the report that its reader can go to from every other. */
public enum Place {
    /** What there is. */
    OVERVIEW("/report", "Overview"),
    /** What was gained by tax year. */
    GAINS("/report/gains", "Gains"),
    /** Every transaction. */
    LEDGER("/report/ledger", "Ledger");

    private final String path;
    private final String label;

    Place(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** Its address. */
    public String path() {
        return path;
    }

    /** Its name. */
    public String label() {
        return label;
    }
}
