package dev.weft.fiber;

/** What scopes do to the fiber that runs their bodies. By that fiber itself. */
final class Scopes {
    private Scopes() {}

    static void raiseShield(Fiber<?> fiber) {
        if (fiber.extras().shields++ == 0) {
            Parking.setFlag(fiber, Parking.SHIELD);
        }
    }

    static void lowerShield(Fiber<?> fiber) {
        if (--fiber.extras().shields == 0) {
            Parking.clearFlag(fiber, Parking.SHIELD);
        }
    }

    /** A scope has been closed: cancelled from now on is only who is by an outer one. */
    static void leave(Fiber<?> fiber, Scope scope) {
        fiber.extras().inner = scope.outer();
        Parking.clearFlag(fiber, Parking.SCOPED);
        for (Scope s = scope.outer(); s != null; s = s.outer()) {
            if (s.isCancelled()) {
                Parking.setFlag(fiber, Parking.SCOPED);
            }
        }
    }

    static String describe(Object owner) {
        return owner instanceof Fiber ? ((Fiber<?>) owner).name() : ((Thread) owner).getName();
    }
}
