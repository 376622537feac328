package example.embedding;

/** A service that takes Gangway's use cases by plain constructors. */
public final class Embedding {
    private Embedding() {}

    public static void main(String[] arguments) {
        ClassPath.mustBeBare();
        System.out.println("on the class path: " + ClassPath.libraries());
    }
}
