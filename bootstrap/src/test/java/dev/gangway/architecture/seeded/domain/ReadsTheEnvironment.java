package dev.gangway.architecture.seeded.domain;

/** The machine in the domain. */
public record ReadsTheEnvironment(int hashOfHome) {
    public ReadsTheEnvironment() {
        this(String.valueOf(System.getenv("HOME")).hashCode());
    }
}
