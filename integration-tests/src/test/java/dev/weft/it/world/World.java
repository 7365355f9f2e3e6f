package dev.weft.it.world;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Weaves every method of some jars as suspendable and verifies the result on the running JDK. The
 * jars are one class path; what is missing from it is listed, not passed over.
 */
public final class World {
    private final Jars jars;
    private final Census census = new Census();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, byte[]> woven = new TreeMap<>();
    private Linking linking;
    private long nanos;
    private long copyNanos;
    private long bytesIn;
    private long bytesOut;

    World(Jars jars) {
        this.jars = jars;
    }

    /**
     * Weaves the jars given and prints what came of it. Exit status 1 when anything failed.
     *
     * @param args {@code [--chaos] jar...}
     * @throws IOException when a jar can't be read
     */
    public static void main(String[] args) throws IOException {
        List<File> files = new ArrayList<>();
        boolean chaos = false;
        for (String arg : args) {
            if (arg.equals("--chaos")) {
                chaos = true;
            } else {
                files.add(new File(arg));
            }
        }
        World world = new World(new Jars(files));
        boolean sound = world.run(chaos);
        System.out.println(
                "JDK " + Runtime.version() + ", jars: " + files.size() + (chaos ? ", chaos" : ""));
        System.out.print(world);
        System.exit(sound ? 0 : 1);
    }

    /** True when every class was woven, links, and no method was lost. */
    boolean run(boolean chaos) {
        Weaver weaver =
                new Weaver(
                        WeaverOptions.builder().suspendable("**").chaos(chaos).build(), jars::find);
        jars.files().forEach((name, file) -> weave(weaver, name, file));
        linking = new Linking(jars.files(), woven);
        linking.linkAll();
        return failures.isEmpty() && linking.broken().isEmpty() && census.leftOut() == 0;
    }

    Census census() {
        return census;
    }

    private void weave(Weaver weaver, String name, byte[] file) {
        try {
            long start = System.nanoTime();
            WeaveResult result = weaver.weave(file);
            nanos += System.nanoTime() - start;
            copyNanos += copy(file);
            byte[] out = result.changed() ? result.bytes() : file;
            woven.put(name, out);
            bytesIn += file.length;
            bytesOut += out.length;
            census.add(file, result.report());
            for (PinSite site : result.report().pins()) {
                if (site.reason() == PinReason.INTERNAL_ERROR
                        || site.reason() == PinReason.UNSUPPORTED) {
                    failures.add(site.toString());
                }
            }
        } catch (RuntimeException e) {
            failures.add(name + ": " + e + " at " + e.getStackTrace()[0]);
        }
    }

    /**
     * Nanoseconds to take a class apart and put it together again, unchanged: what any rewriting
     * costs.
     */
    private static long copy(byte[] file) {
        long start = System.nanoTime();
        ClassNode node = new ClassNode();
        new ClassReader(file).accept(node, ClassReader.EXPAND_FRAMES);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        writer.toByteArray();
        return System.nanoTime() - start;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        linking.unlinkable()
                .forEach(
                        c -> text.append("not linkable, unwoven neither: ").append(c).append('\n'));
        linking.broken().forEach(c -> text.append("BROKEN ").append(c).append('\n'));
        failures.forEach(f -> text.append("FAILED ").append(f).append('\n'));
        text.append(
                String.format(
                        "classes: %d, linked and verified: %d, not linkable: %d, broken: %d, weaver failures: %d%n",
                        jars.files().size(),
                        linking.linked(),
                        linking.unlinkable().size(),
                        linking.broken().size(),
                        failures.size()));
        text.append(census);
        double seconds = nanos / 1e9;
        text.append(
                String.format(
                        "woven in %.1f s: %.0f classes/s, %.1f MB/s; %.1f MB became %.1f MB%n",
                        seconds,
                        jars.files().size() / seconds,
                        bytesIn / 1e6 / seconds,
                        bytesIn / 1e6,
                        bytesOut / 1e6));
        text.append(
                String.format("weaving ÷ copying with ASM: %.1f%n", (double) nanos / copyNanos));
        return text.toString();
    }
}
