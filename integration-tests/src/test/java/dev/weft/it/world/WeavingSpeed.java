package dev.weft.it.world;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * How fast classes are woven: classes and megabytes of class files a second, in a cold JVM and a
 * warm one, with every method suspendable and with none, beside what reading and writing the same
 * classes with ASM takes. See {@code integration-tests/weaving-speed.sh}.
 */
public final class WeavingSpeed {
    private static final int ROUNDS = 4;

    private final Jars jars;
    private final long bytes;

    private WeavingSpeed(Jars jars) {
        this.jars = jars;
        bytes = jars.files().values().stream().mapToLong(file -> file.length).sum();
    }

    /**
     * Measures one jar, the first round cold.
     *
     * @param args {@code all}, {@code none} or {@code copy}, and the jars to weave as one
     * @throws IOException when a jar can't be read
     */
    public static void main(String[] args) throws IOException {
        List<File> files =
                List.of(args).subList(1, args.length).stream()
                        .map(File::new)
                        .collect(Collectors.toList());
        WeavingSpeed speed = new WeavingSpeed(new Jars(files));
        for (int round = 0; round < ROUNDS; round++) {
            speed.round(args[0], files.get(0).getName(), round);
        }
    }

    private void round(String mode, String name, int round) {
        WeaverOptions.Builder options = WeaverOptions.builder();
        if (mode.equals("all")) {
            options.suspendable("**");
        }
        long start = System.nanoTime();
        Weaver weaver = new Weaver(options.build(), jars::find);
        int changed = 0;
        for (byte[] file : jars.files().values()) {
            if (mode.equals("copy")) {
                copy(file);
            } else {
                WeaveResult result = weaver.weave(file);
                changed += result.changed() ? 1 : 0;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s, %s, round %d: %d classes (%d woven) in %.2f s: %.0f classes/s, %.2f MB/s%n",
                name,
                mode,
                round,
                jars.files().size(),
                changed,
                seconds,
                jars.files().size() / seconds,
                bytes / 1e6 / seconds);
    }

    private static void copy(byte[] file) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(writer, ClassReader.EXPAND_FRAMES);
        if (writer.toByteArray().length == 0) {
            throw new IllegalStateException("nothing written");
        }
    }
}
