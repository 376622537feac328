package example.embedding;

import dev.gangway.domain.shared.EmailAddress;

/** A service that takes Gangway's use cases by plain constructors. */
public final class Embedding {
    private Embedding() {}

    public static void main(String[] arguments) {
        ClassPath.mustBeBare();
        System.out.println("on the class path: " + ClassPath.libraries());
        System.out.println("a value of the domain: "
                + EmailAddress.of("email", "Ada.Lovelace@Example.com").canonical());
    }
}
