package dev.weft.it;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory with the running JDK's javac, against the test class path. */
public final class Compiler {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** One for all: it keeps the JDK's and the class path's indices open. */
    private static final StandardJavaFileManager MANAGER =
            JAVAC.getStandardFileManager(null, Locale.ROOT, null);

    private Compiler() {}

    /**
     * Compiles in one go.
     *
     * @param release the Java release of the class files
     * @param sources text by class name
     * @param more further options
     */
    public static Classes compile(int release, Map<String, String> sources, String... more) {
        List<String> options = new ArrayList<>(List.of("--release", String.valueOf(release)));
        options.addAll(List.of(more));
        return compile(options, sources);
    }

    /**
     * As {@link #compile}, but against the running JDK's classes: much faster, because the file
     * with the older API is not read.
     *
     * @param release the source level and the class files' release
     * @param sources text by class name; must not depend on what the older API lacks
     */
    public static Classes compileAgainstThisJdk(int release, Map<String, String> sources) {
        String level = String.valueOf(release);
        return compile(List.of("-source", level, "-target", level), sources);
    }

    private static Classes compile(List<String> level, Map<String, String> sources) {
        Output output = new Output(MANAGER);
        List<Source> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        StringWriter messages = new StringWriter();
        List<String> options = new ArrayList<>(level);
        options.addAll(List.of("-g", "-nowarn", "-proc:none", "-Xlint:none"));
        if (!JAVAC.getTask(messages, output, null, options, null, units).call()) {
            throw new IllegalArgumentException("does not compile:\n" + messages);
        }
        return output.classes();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

        Output(StandardJavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String name,
                JavaFileObject.Kind kind,
                FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    files.put(name.replace('.', '/'), bytes);
                    return bytes;
                }
            };
        }

        Classes classes() {
            Map<String, byte[]> bytes = new TreeMap<>();
            files.forEach((name, out) -> bytes.put(name, out.toByteArray()));
            return new Classes(bytes);
        }
    }
}
