package dev.weft.woven;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;

/** Looks through a class's supertypes for overrides that were not woven; for {@link Dispatch}. */
final class Hierarchy {
    /** The synthetic static field that marks a woven class; its value is the ABI's version. */
    static final String MARKER = "$weft";

    /** Of the interfaces that the weaver adds to classes for stand-ins: written as if woven. */
    private static final Package CONTRACT = Hierarchy.class.getPackage();

    private static final String MOCK = "$MockitoMock$";

    private Hierarchy() {}

    /**
     * Whether the class was made by Mockito. Its inline mocks answer from inside of the mocked
     * methods and override nothing, so that no override can be found; only their names tell.
     */
    private static boolean isMock(Class<?> type) {
        return type.getName().contains(MOCK);
    }

    static boolean isClean(Class<?> type) {
        if (isMock(type)) {
            return false;
        }
        Set<Class<?>> all = supertypes(type);
        for (Class<?> c : all) {
            if (!isWoven(c) && overridesWoven(c)) {
                return false;
            }
        }
        return true;
    }

    static Verdict judge(Class<?> type, Class<?> owner, String signature) {
        int paren = signature.indexOf('(');
        String name = signature.substring(0, paren);
        String plain = signature.substring(paren);
        String woven = Signatures.withStack(plain);
        Verdict verdict = isMock(type) ? Verdict.OVERRIDDEN : Verdict.GENUINE;
        for (Class<?> c = type; c != null && c != owner; c = c.getSuperclass()) {
            if (isWoven(c)) {
                if (find(c, name, woven) != null) {
                    return Verdict.GENUINE;
                }
            } else if (find(c, name, woven) != null) {
                verdict = Verdict.FOREIGN;
            } else if (verdict == Verdict.GENUINE && find(c, name, plain) != null) {
                verdict = Verdict.OVERRIDDEN;
            }
        }
        return verdict == Verdict.GENUINE && owner.isInterface()
                ? judgeDefault(type, owner, name, plain)
                : verdict;
    }

    /**
     * A default body may also be overridden by the default of a sub-interface that was not woven.
     */
    private static Verdict judgeDefault(Class<?> type, Class<?> owner, String name, String plain) {
        Method own = find(owner, name, plain);
        try {
            Class<?> selected = type.getMethod(name, own.getParameterTypes()).getDeclaringClass();
            boolean other = selected != owner && selected.isInterface() && !isWoven(selected);
            return other ? Verdict.OVERRIDDEN : Verdict.GENUINE;
        } catch (NoSuchMethodException e) {
            return Verdict.GENUINE;
        }
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        collect(type, all);
        return all;
    }

    private static void collect(Class<?> type, Set<Class<?>> into) {
        if (type != null && type.getClassLoader() != null && into.add(type)) {
            collect(type.getSuperclass(), into);
            for (Class<?> i : type.getInterfaces()) {
                collect(i, into);
            }
        }
    }

    private static boolean overridesWoven(Class<?> c) {
        Set<Class<?>> above = supertypes(c);
        above.remove(c);
        for (Method own : methods(c)) {
            String plain = Signatures.of(own);
            if (Signatures.hasStack(plain)) {
                return true;
            }
            String woven = Signatures.withStack(plain);
            if (above.stream().anyMatch(s -> find(s, own.getName(), woven) != null)) {
                return true;
            }
        }
        return false;
    }

    private static Method find(Class<?> c, String name, String descriptor) {
        for (Method m : methods(c)) {
            if (m.getName().equals(name) && Signatures.of(m).equals(descriptor)) {
                return m;
            }
        }
        return null;
    }

    /**
     * A class whose methods can't be listed, since one of their types is missing, overrides nothing
     * we call.
     */
    private static Method[] methods(Class<?> c) {
        try {
            return c.getDeclaredMethods();
        } catch (NoClassDefFoundError e) {
            return new Method[0];
        }
    }

    private static boolean isWoven(Class<?> c) {
        if (WovenLambda.class.isAssignableFrom(c) || c.getPackage() == CONTRACT) {
            return true;
        }
        try {
            return c.getDeclaredField(MARKER).isSynthetic();
        } catch (NoSuchFieldException | NoClassDefFoundError e) {
            return false;
        }
    }
}
