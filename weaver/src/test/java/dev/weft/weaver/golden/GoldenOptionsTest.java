package dev.weft.weaver.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.util.CheckClassAdapter;

/** As {@link GoldenTest}: what is woven in another way by an option, or with the patch table. */
@Timeout(120)
class GoldenOptionsTest {
    /** The least that the weaver takes for a runtime with stand-ins: method handles are theirs. */
    private static final String STAND_INS =
            "package dev.weft.woven; public @interface StandIns { Class<?>[] value(); }";

    private static final String STAND_IN =
            "package dev.weft.woven; public @interface StandIn { Class<?> value(); }";

    private static final String TABLE =
            "package dev.weft.blocking; @dev.weft.woven.StandIns(Chapter.class) public class PatchTable {}";

    private static final String CHAPTER =
            "package dev.weft.blocking; public class Chapter {"
                    + " @dev.weft.woven.StandIn(Runnable.class) public static void run(Runnable r) {} }";

    @TempDir private static Path folder;
    private static Map<String, byte[]> compiled;

    @BeforeAll
    static void compile() throws IOException {
        compiled =
                Sources.compile(
                        folder,
                        Map.of(
                                "golden/Options.java",
                                Sources.resource("/golden/Options.java"),
                                "dev/weft/woven/StandIns.java",
                                STAND_INS,
                                "dev/weft/woven/StandIn.java",
                                STAND_IN,
                                "dev/weft/blocking/PatchTable.java",
                                TABLE,
                                "dev/weft/blocking/Chapter.java",
                                CHAPTER));
    }

    private static byte[] weave(WeaverOptions options) {
        Weaver weaver = new Weaver(options, name -> Sources.find(compiled, name));
        WeaveResult result = weaver.weave(compiled.get("golden/Options"));
        assertTrue(result.changed());
        ClassReader reader = new ClassReader(result.bytes());
        reader.accept(new CheckClassAdapter(new ClassWriter(0), true), ClassReader.EXPAND_FRAMES);
        return result.bytes();
    }

    /** Linked by one bootstrap, with the handle first and the stack last. */
    @Test
    void callOfMethodHandle() throws IOException {
        byte[] woven = weave(WeaverOptions.builder().build());
        GoldenTest.compare("option_handleCall.txt", GoldenTest.text(woven, "handleCall"));
    }

    /** Saving is a chain of blocks, restoring is written once. */
    @Test
    void compact() throws IOException {
        byte[] woven = weave(WeaverOptions.builder().compact(true).build());
        String text = GoldenTest.text(woven, "several");
        assertFalse(
                text.equals(GoldenTest.text(weave(WeaverOptions.builder().build()), "several")));
        GoldenTest.compare("option_compact.txt", text);
    }

    /** Nothing is saved. */
    @Test
    void tailCall() throws IOException {
        String text =
                GoldenTest.text(weave(WeaverOptions.builder().tailCalls(true).build()), "tail");
        assertFalse(text.contains("Stack.push"), text);
        GoldenTest.compare("option_tailCall.txt", text);
    }

    /** A forced suspension beside each call; where it can't suspend, only what is counted. */
    @Test
    void chaos() throws IOException {
        byte[] woven = weave(WeaverOptions.builder().chaos(true).build());
        GoldenTest.compare("option_chaos.txt", GoldenTest.text(woven, "tail"));
        GoldenTest.compare("option_chaosPinned.txt", GoldenTest.text(woven, "locked"));
    }

    /** A call in {@code synchronized} suspends: the monitor is the fiber's. */
    @Test
    void monitors() throws IOException {
        byte[] woven =
                weave(WeaverOptions.builder().add(PatternOption.MONITORS, "golden.**").build());
        GoldenTest.compare("option_monitors.txt", GoldenTest.text(woven, "locked"));
    }

    @Test
    void yieldLoops() throws IOException {
        byte[] woven =
                weave(WeaverOptions.builder().add(PatternOption.YIELD_LOOPS, "golden.**").build());
        GoldenTest.compare("option_yieldLoops.txt", GoldenTest.text(woven, "spins"));
    }
}
