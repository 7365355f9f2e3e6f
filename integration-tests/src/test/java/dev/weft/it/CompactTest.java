package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaverOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The smaller code of large methods, made for all methods of the scenarios. */
@Timeout(300)
class CompactTest {
    @Test
    void scenarios() {
        int release = Scenarios.releases().get(Scenarios.releases().size() - 1);
        Classes classes = Compiler.compile(release, Scenarios.sources(release));
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
        assertTrue(programs.size() > 100, "ran " + programs.size());
    }

    private static WovenLoader loader(Classes classes, boolean chaos) {
        WeaverOptions options = WeaverOptions.builder().compact(true).chaos(chaos).build();
        WovenLoader loader = new WovenLoader(Weaving.with(options, classes).files());
        loader.linkAll();
        return loader;
    }

    private static Outcome run(Mode mode, WovenLoader loader, String program, Classes classes) {
        return Execution.run(
                mode,
                loader,
                program,
                name -> classes.files().containsKey(name.replace('.', '/')));
    }
}
