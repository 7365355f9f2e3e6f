package dev.weft.it;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Differential test of the weaver: a program runs unwoven, woven without suspending (pinned and
 * not), woven with every leaf suspending, and woven with a suspension forced at every suspendable
 * call. Result, exception, trace of side effects and output must be equal.
 *
 * <p>A program is a class with a suspendable {@code public static Object run()}. Not thread-safe:
 * standard output is replaced during a run.
 */
public final class ThreeWay {
    private final Classes classes;
    private final Map<Mode, WovenLoader> loaders = new EnumMap<>(Mode.class);
    private final Weaving plain;
    private final Weaving chaos;

    /** Weaves, checks and links the set in each mode. */
    public ThreeWay(Classes classes) {
        this(classes, true);
    }

    /**
     * Weaves and links the set in each mode.
     *
     * @param checked whether ASM's checker looks at the woven bytes too, which takes longer than
     *     all the rest; HotSpot verifies them in any case
     */
    public ThreeWay(Classes classes, boolean checked) {
        this.classes = classes;
        plain = Weaving.of(classes, false, Set.of(), checked);
        chaos = Weaving.of(classes, true, Set.of(), checked);
        for (Mode mode : Mode.values()) {
            WovenLoader loader = new WovenLoader(files(mode));
            link(mode, loader);
            loaders.put(mode, loader);
        }
    }

    private static void link(Mode mode, WovenLoader loader) {
        try {
            loader.linkAll();
        } catch (AssertionError e) {
            if (mode.woven) {
                throw e;
            }
            throw new IllegalArgumentException("does not verify unwoven: " + e.getCause(), e);
        }
    }

    /** What the weaver reported for the set, without chaos. */
    Weaving weaving() {
        return plain;
    }

    WovenLoader loader(Mode mode) {
        return loaders.get(mode);
    }

    /**
     * Runs one program in all modes.
     *
     * @param className with the {@code run()} method
     * @return the outcomes, equal in what can be observed
     * @throws AssertionError when they differ
     */
    public Map<Mode, Outcome> check(String className) {
        Map<Mode, Outcome> outcomes = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            outcomes.put(mode, run(mode, className));
        }
        List<String> differing = new ArrayList<>();
        Outcome expected = outcomes.get(Mode.UNWOVEN);
        for (Outcome outcome : outcomes.values()) {
            if (!expected.agrees(outcome)) {
                differing.add(outcome.toString());
            }
        }
        if (!differing.isEmpty()) {
            throw new AssertionError(
                    className
                            + " differs\nexpected "
                            + expected
                            + "\n"
                            + String.join("\n", differing)
                            + "\npins: "
                            + plain.pins());
        }
        return outcomes;
    }

    /** Runs one program in one mode. */
    Outcome run(Mode mode, String className) {
        return Execution.run(
                mode,
                loaders.get(mode),
                className,
                name -> classes.files().containsKey(name.replace('.', '/')));
    }

    private Map<String, byte[]> files(Mode mode) {
        return !mode.woven ? classes.files() : mode.chaos ? chaos.files() : plain.files();
    }
}
