package dev.weft.examples;

/** Programs 13 to 15 and 17 as a command: prints what each prints, a line for each form. */
public final class Trampolines {
    private Trampolines() {}

    /**
     * Runs them.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("13 bare trampoline: " + BareTrampoline.run());
        System.out.println("14 symmetric: " + SymmetricPair.symmetric());
        System.out.println("14 trampoline: " + SymmetricPair.trampoline());
        System.out.println("15 trampoline: " + NamedCocalls.trampoline());
        System.out.println("15 scheduler: " + NamedCocalls.scheduler());
        String[] pairs = Pairs.run().split("\\|");
        System.out.println("17 inline: " + pairs[0]);
        System.out.println("17 delegated: " + pairs[1]);
    }
}
