package dev.weft.weaver.io;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.classify.Inference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Infers before weaving, when asked to, and writes the result for others to use. */
final class Inferring {
    private final WeaverOptions options;
    private final Path declare;

    Inferring(WeaverOptions options, Path declare) {
        this.options = options;
        this.declare = declare;
    }

    /** The options to weave with. */
    WeaverOptions apply(ClassSource source, Collection<byte[]> files) throws IOException {
        if (options.infer().isEmpty()) {
            return options;
        }
        Set<String> methods = Inference.methods(options, source, files);
        if (declare != null) {
            Bytes.write(declare, declarations(methods).getBytes(StandardCharsets.UTF_8));
        }
        return options.withInferred(methods);
    }

    /** One line a method, all its overloads; lambdas follow from the methods that make them. */
    private static String declarations(Set<String> methods) {
        Set<String> lines = new TreeSet<>();
        for (String method : methods) {
            String named = method.substring(0, method.indexOf('('));
            int dot = named.lastIndexOf('.');
            if (!named.startsWith("lambda$", dot + 1)) {
                lines.add(
                        named.substring(0, dot).replace('/', '.') + "#" + named.substring(dot + 1));
            }
        }
        return "# inferred by weft\n" + String.join("\n", lines) + "\n";
    }
}
