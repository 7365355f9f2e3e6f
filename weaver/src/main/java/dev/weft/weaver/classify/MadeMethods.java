package dev.weft.weaver.classify;

import org.objectweb.asm.Opcodes;

/**
 * Methods that the compilers of Kotlin, Scala and Groovy make for a method as written, and that
 * programs call in its place. They carry no annotation, and are suspendable when it is.
 *
 * <ul>
 *   <li>Kotlin's synthetic {@code m$default} fills in default arguments and then calls {@code m},
 *       the last method of that name that it calls;
 *   <li>Scala's static synthetic {@code m$} in a trait calls the trait's {@code m};
 *   <li>a Scala trait's synthetic {@code C$$super$m} stands for the {@code m} above it;
 *   <li>a static {@code m} of a class calls {@code m} of Scala's object {@code C$}, or of Kotlin's
 *       {@code C$Companion};
 *   <li>Kotlin's {@code C$DefaultImpls} and Groovy's {@code C$Trait$Helper} have the bodies of the
 *       interface {@code C}, as static methods that are given the object first.
 * </ul>
 */
final class MadeMethods {
    /** What follows an interface's name in that of the class that has its bodies. */
    private static final String[] BODIES = {"$DefaultImpls", "$Trait$Helper"};

    /** What follows a class's name in that of its object. */
    private static final String[] OBJECTS = {"$", "$Companion"};

    /** What follows a method's name in that of one made for it. */
    private static final String[] MADE = {"$default", "$"};

    private static final String SUPER = "$$super$";

    private MadeMethods() {}

    /**
     * Whether a method was made for one that it calls.
     *
     * @param info its class
     * @param access its flags
     * @param key its name and descriptor
     */
    static boolean isFor(ClassInfo info, int access, String key, String owner, String callee) {
        String name = nameOf(key);
        if ((access & Opcodes.ACC_SYNTHETIC) != 0
                && isAny(name, nameOf(callee), MADE)
                && (owner.equals(info.name) || isAny(info.name, owner, BODIES))) {
            return true;
        }
        return (access & Opcodes.ACC_STATIC) != 0
                && key.equals(callee)
                && isAny(owner, info.name, OBJECTS);
    }

    /** Owner and key of the method that a method was made for, or null. */
    static String[] target(ClassInfo info, MethodInfo m) {
        String[] called = info.madeFor.get(m.name + m.desc);
        if (called != null) {
            return called;
        }
        int above = m.is(Opcodes.ACC_SYNTHETIC) ? m.name.indexOf(SUPER) : -1;
        if (above > 0) {
            return new String[] {info.name, m.name.substring(above + SUPER.length()) + m.desc};
        }
        return m.is(Opcodes.ACC_STATIC) ? body(info.name, m) : null;
    }

    private static String[] body(String holder, MethodInfo m) {
        for (String suffix : BODIES) {
            if (holder.endsWith(suffix)) {
                String type = holder.substring(0, holder.length() - suffix.length());
                String self = "(L" + type + ";";
                return m.desc.startsWith(self)
                        ? new String[] {type, m.name + "(" + m.desc.substring(self.length())}
                        : null;
            }
        }
        return null;
    }

    private static boolean isAny(String name, String base, String[] suffixes) {
        for (String suffix : suffixes) {
            if (name.length() == base.length() + suffix.length()
                    && name.startsWith(base)
                    && name.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(String key) {
        return key.substring(0, key.indexOf('('));
    }
}
