package dev.weft.benchmarks.compare;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what can be compared on this machine. What is not there is listed with the reason. */
final class Contenders {
    static final String WEFT = "weft";
    static final String WEFT_SINGLE = "weft-single";

    private static final String CONTINUATION_EXPORT =
            "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED";

    /** What a million of gevent's greenlets (10 GB) or PyPy's tasklets (16 GB) need. */
    private static final int GOPHERS_GB = 18;

    private final Path benchmarks;
    private final String java;
    private final String laterHome;
    private final List<String> javaOptions;
    private final List<Contender> found = new ArrayList<>();

    private Contenders(Path benchmarks, String laterHome, List<String> javaOptions) {
        this.javaOptions = javaOptions;
        this.benchmarks = benchmarks;
        this.laterHome = laterHome;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * All contenders, runnable or not, in the order of the report.
     *
     * @param benchmarks the benchmarks module's folder, built
     * @param laterHome a JDK with virtual threads; null when there is none
     * @param javaOptions for every contender that runs in a JVM
     * @throws IOException when the build's folders can't be read
     */
    static List<Contender> find(Path benchmarks, String laterHome, List<String> javaOptions)
            throws IOException {
        Contenders contenders = new Contenders(benchmarks, laterHome, javaOptions);
        contenders.addWeft();
        contenders.addGo();
        contenders.addKotlin();
        contenders.addLoom();
        contenders.addPython();
        return contenders.found;
    }

    private void addWeft() throws IOException {
        Path agent = jar("agent", "weft-agent");
        Path runtime = jar("runtime", "weft-runtime");
        weft(WEFT, "Weft, default scheduler", java, "default", agent, runtime);
        weft(WEFT_SINGLE, "Weft, single-threaded scheduler", java, "single", agent, runtime);
        if (laterHome != null) {
            String later = Path.of(laterHome, "bin", "java").toString();
            weft(
                    WEFT + "-later",
                    "Weft, default scheduler, on the later JDK",
                    later,
                    "default",
                    agent,
                    runtime);
            weft(
                    WEFT_SINGLE + "-later",
                    "Weft, single-threaded, on the later JDK",
                    later,
                    "single",
                    agent,
                    runtime);
        }
    }

    private void weft(
            String key, String title, String java, String mode, Path agent, Path runtime) {
        String reference = mode.equals("single") ? WEFT_SINGLE : WEFT;
        Contender.Builder builder = new Contender.Builder(key, title, reference);
        if (agent == null || runtime == null) {
            found.add(builder.missing("the agent's or the runtime's jar is not built").build());
            return;
        }
        String classPath = benchmarks.resolve("target/classes") + File.pathSeparator + runtime;
        List<String> command =
                java(java, "-javaagent:" + agent, "-cp", classPath, WeftPeer.class.getName(), mode);
        found.add(builder.command(command).build());
    }

    private List<String> java(String executable, String... rest) {
        List<String> command = new ArrayList<>(List.of(executable));
        command.addAll(javaOptions);
        command.addAll(List.of(rest));
        return command;
    }

    private void addGo() {
        Path program = benchmarks.resolve("peers/go/target/peer");
        go(
                "go",
                "Go, GOMAXPROCS = processors",
                WEFT,
                program,
                Runtime.getRuntime().availableProcessors());
        go("go-1", "Go, GOMAXPROCS = 1", WEFT_SINGLE, program, 1);
    }

    private void go(String key, String title, String reference, Path program, int processors) {
        Contender.Builder builder = new Contender.Builder(key, title, reference);
        if (!Files.isExecutable(program)) {
            builder.missing("no Go compiler was found when the peers were built");
        }
        found.add(
                builder.command(List.of(program.toString()))
                        .environment("GOMAXPROCS", Integer.toString(processors))
                        .build());
    }

    private void addKotlin() {
        Path target = benchmarks.resolve("peers/kotlin/target");
        String classPath =
                target.resolve("classes")
                        + File.pathSeparator
                        + target.resolve("dependency")
                        + "/*";
        kotlin("kotlin", "Kotlin coroutines, Dispatchers.Default", WEFT, classPath, "default");
        kotlin("kotlin-single", "Kotlin coroutines, runBlocking", WEFT_SINGLE, classPath, "single");
    }

    private void kotlin(String key, String title, String reference, String classPath, String mode) {
        Contender.Builder builder = new Contender.Builder(key, title, reference);
        if (!Files.isDirectory(benchmarks.resolve("peers/kotlin/target/classes/dev"))) {
            builder.missing("the Kotlin peer could not be built");
        }
        found.add(
                builder.command(
                                List.of(
                                        java,
                                        "-cp",
                                        classPath,
                                        "dev.weft.benchmarks.peer.PeerKt",
                                        mode))
                        .build());
    }

    private void addLoom() {
        loom("loom", "Virtual threads", WEFT, List.of());
        List<String> one =
                List.of(
                        "-Djdk.virtualThreadScheduler.parallelism=1",
                        "-Djdk.virtualThreadScheduler.maxPoolSize=1");
        loom("loom-1", "Virtual threads, one carrier", WEFT_SINGLE, one);
    }

    private void loom(String key, String title, String reference, List<String> options) {
        Contender.Builder builder = new Contender.Builder(key, title, reference);
        Path classes = benchmarks.resolve("peers/loom/target/classes");
        if (laterHome == null) {
            builder.missing("JDK25_HOME names no JDK (21 or later is needed)");
        } else if (!Files.isRegularFile(classes.resolve("Peer.class"))) {
            builder.missing("the peer could not be compiled with JDK25_HOME");
        } else {
            List<String> command = new ArrayList<>();
            command.addAll(java(Path.of(laterHome, "bin", "java").toString()));
            command.addAll(options);
            command.addAll(List.of(CONTINUATION_EXPORT, "-cp", classes.toString(), "Peer"));
            builder.command(command);
        }
        found.add(builder.build());
    }

    private void addPython() {
        String program = benchmarks.resolve("peers/python/peer.py").toString();
        python("gevent", "gevent on CPython", "python3", "import gevent", program);
        python("stackless", "stackless on PyPy", "pypy3", "import stackless", program);
        python("generators", "CPython's generators", "python3", "pass", program);
        python("generators", "PyPy's generators", "pypy3", "pass", program);
    }

    private void python(
            String backend, String title, String interpreter, String probe, String program) {
        String key = backend.equals("generators") ? interpreter : backend;
        Contender.Builder builder = new Contender.Builder(key, title, WEFT_SINGLE).slow();
        if (!backend.equals("generators")) {
            builder.gophersGb(GOPHERS_GB);
        }
        String executable =
                Stream.of("/usr/bin/" + interpreter, interpreter)
                        .filter(candidate -> succeeds(candidate, "-c", probe))
                        .findFirst()
                        .orElse(null);
        if (executable == null) {
            builder.missing("no " + interpreter + " that can '" + probe + "'");
        } else {
            builder.command(List.of(executable, program, backend));
        }
        found.add(builder.build());
    }

    private static boolean succeeds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while looking for " + command[0], e);
        }
    }

    /** The module's jar, not its sources', Javadoc's or unshaded one; null when there is none. */
    private Path jar(String module, String prefix) throws IOException {
        Path target = benchmarks.resolve("..").resolve(module).resolve("target").normalize();
        if (!Files.isDirectory(target)) {
            return null;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, prefix + "*.jar")) {
            List<Path> all = new ArrayList<>();
            jars.forEach(all::add);
            List<Path> main =
                    all.stream()
                            .filter(
                                    p ->
                                            !p.toString()
                                                    .matches(
                                                            ".*-(sources|javadoc|tests|original)\\.jar"))
                            .collect(Collectors.toList());
            return main.size() == 1 ? main.get(0) : null;
        }
    }
}
