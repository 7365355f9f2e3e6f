package dev.weft.it;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.classify.Inference;
import dev.weft.weaver.model.PinSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * A program's classes after the weaver; each output has passed ASM's CheckClassAdapter, unless left
 * out.
 */
final class Weaving {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<PinSite> pins = new ArrayList<>();

    private Weaving() {}

    static Weaving of(Classes classes, boolean chaos) {
        return of(classes, chaos, Set.of(), true);
    }

    static Weaving of(Classes classes, boolean chaos, Set<String> leftOut) {
        return of(classes, chaos, leftOut, true);
    }

    /**
     * Weaves a set, as the agent would.
     *
     * @param chaos with forced suspensions
     * @param leftOut internal names of classes that stay as they are
     * @param checked whether ASM checks the result
     */
    static Weaving of(Classes classes, boolean chaos, Set<String> leftOut, boolean checked) {
        Weaving weaving = new Weaving();
        // As in the agent: every class of the set passes through this weaver.
        WeaverOptions.Builder options = WeaverOptions.builder().chaos(chaos);
        leftOut.forEach(name -> options.exclude(name.replace('/', '.')));
        weaving.all(options.build(), classes);
        if (checked) {
            weaving.checkAll();
        }
        return weaving;
    }

    /** Weaves a set without annotations: what can suspend is inferred. */
    static Weaving inferred(Classes classes, String pattern) {
        WeaverOptions options = WeaverOptions.builder().infer(pattern).build();
        Set<String> methods = Inference.methods(options, classes::find, classes.files().values());
        Weaving weaving = new Weaving();
        weaving.all(options.withInferred(methods), classes);
        weaving.checkAll();
        return weaving;
    }

    /** Weaves a set as options say; not checked. */
    static Weaving with(WeaverOptions options, Classes classes) {
        Weaving weaving = new Weaving();
        weaving.all(options, classes);
        return weaving;
    }

    private void all(WeaverOptions options, Classes classes) {
        Weaver weaver = new Weaver(options, classes::find);
        classes.files().forEach((name, file) -> weave(weaver, name, file));
    }

    Map<String, byte[]> files() {
        return files;
    }

    List<PinSite> pins() {
        return pins;
    }

    private void weave(Weaver weaver, String name, byte[] file) {
        WeaveResult result;
        try {
            result = weaver.weave(file.clone());
        } catch (RuntimeException | Error e) {
            throw new AssertionError("the weaver failed on " + name + ": " + e, e);
        }
        pins.addAll(result.report().pins());
        files.put(name, result.changed() ? result.bytes() : file);
    }

    private void checkAll() {
        WovenLoader hierarchy = new WovenLoader(files);
        files.forEach((name, woven) -> check(hierarchy, name, woven));
    }

    private static void check(ClassLoader hierarchy, String name, byte[] woven) {
        StringWriter problems = new StringWriter();
        CheckClassAdapter.verify(
                new ClassReader(woven), hierarchy, false, new PrintWriter(problems));
        if (!problems.toString().isEmpty()) {
            throw new AssertionError("ASM rejects woven " + name + ":\n" + problems);
        }
    }
}
