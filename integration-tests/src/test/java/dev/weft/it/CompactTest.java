package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaverOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The smaller code of large methods, made for all methods of some scenarios: values of all types,
 * handlers, loops, creations. With {@code -Dweft.compact.all=true} of all scenarios.
 */
@Timeout(300)
class CompactTest {
    private static final Set<String> CHOSEN =
            Set.of("Types", "Exceptions", "ControlFlow", "Construction", "Calls", "Monitors");

    @Test
    void scenarios() {
        boolean all = Boolean.getBoolean("weft.compact.all");
        int release = all ? Scenarios.releases().get(Scenarios.releases().size() - 1) : 8;
        Map<String, String> sources = Scenarios.sources(release);
        if (!all) {
            sources.keySet().removeIf(name -> !CHOSEN.contains(name.replace("scenario.", "")));
            assertEquals(CHOSEN.size(), sources.size());
        }
        Classes classes = Compiler.compile(release, sources);
        WovenLoader unwoven = new WovenLoader(classes.files());
        Map<Mode, WovenLoader> woven = new EnumMap<>(Mode.class);
        woven.put(Mode.SUSPENDING, loader(classes, false));
        woven.put(Mode.CHAOS, loader(classes, true));
        List<String> wrong = new ArrayList<>();
        List<String> programs = Scenarios.programs(unwoven, classes);
        for (String program : programs) {
            String expected = run(Mode.UNWOVEN, unwoven, program, classes).observed();
            woven.forEach(
                    (mode, loader) -> {
                        Outcome outcome = run(mode, loader, program, classes);
                        if (!outcome.observed().equals(expected)) {
                            wrong.add(program + " expected " + expected + " was " + outcome);
                        }
                    });
        }
        assertEquals(List.of(), wrong);
        assertTrue(programs.size() >= 90, "ran " + programs.size());
    }

    private static WovenLoader loader(Classes classes, boolean chaos) {
        WeaverOptions options = WeaverOptions.builder().compact(true).chaos(chaos).build();
        WovenLoader loader = new WovenLoader(Weaving.with(options, classes).files());
        loader.linkAll();
        return loader;
    }

    private static Outcome run(Mode mode, WovenLoader loader, String program, Classes classes) {
        return Execution.run(
                mode, loader, program, name -> classes.files().containsKey(name.replace('.', '/')));
    }
}
