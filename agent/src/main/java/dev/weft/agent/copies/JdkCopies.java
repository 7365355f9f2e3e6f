package dev.weft.agent.copies;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the woven copy of the running JDK's client for HTTP and HTTPS that the runtime opens
 * connections with. The runtime finds this class by name.
 *
 * <p>All of it is copied and woven before any of it is used, and its main classes are initialised,
 * which verifies them: either all of the client is a copy, or none, and a thread waits in each
 * request as without the agent.
 */
public final class JdkCopies {
    private static final String PATTERN = "dev.weft.jdk.**";
    private static final String RUNTIME = "dev.weft.woven.Stack";

    /** Names the class of stand-ins that hold in the copies only. */
    private static final byte[] ROWS =
            "dev.weft.blocking.CopyRows".getBytes(StandardCharsets.UTF_8);

    private static volatile JdkCopies installed;

    private final Instrumentation instrumentation;
    private final Agent agent;
    private final boolean chaos;

    private JdkCopies(Instrumentation instrumentation, Agent agent, boolean chaos) {
        this.instrumentation = instrumentation;
        this.agent = agent;
        this.chaos = chaos;
    }

    /**
     * Makes copies possible; makes none yet.
     *
     * @param instrumentation the JVM's
     * @param agent is told when there are none
     * @param chaos whether the copies suspend at each call, as {@link WeaverOptions#chaos()}
     */
    public static void install(Instrumentation instrumentation, Agent agent, boolean chaos) {
        installed = new JdkCopies(instrumentation, agent, chaos);
    }

    /**
     * Makes the copy of the client. Called once for each runtime.
     *
     * @param runtime the loader of Weft's runtime
     * @return has the copies; null when there are none, which has been said then
     */
    public static ClassLoader urlConnections(ClassLoader runtime) {
        JdkCopies copies = installed;
        return copies == null ? null : copies.makeOrSay(runtime);
    }

    private ClassLoader makeOrSay(ClassLoader runtime) {
        try {
            return make(runtime);
        } catch (IOException | RuntimeException | LinkageError e) {
            agent.say(
                    "the JDK's HTTP client ("
                            + System.getProperty("java.vendor")
                            + " "
                            + System.getProperty("java.version")
                            + ") could not be copied: "
                            + e
                            + "; each request of an HttpURLConnection keeps a thread while it waits."
                            + " Use java.net.http.HttpClient where that is too many");
            return null;
        }
    }

    private ClassLoader make(ClassLoader runtime) throws IOException {
        Copier copier = new Copier();
        copier.copy(ClientClasses.HTTP + "Handler");
        copier.copy(ClientClasses.HTTPS + "Handler");
        copier.copyIfPresent(ClientClasses.NTLM);
        copier.copyIfPresent(ClientClasses.KERBEROS);
        CopyLoader loader = new CopyLoader(runtime, weave(copier.copies(), runtime));
        export(runtime, loader);
        initialise(loader);
        return loader;
    }

    private Map<String, byte[]> weave(Map<String, byte[]> copies, ClassLoader runtime) {
        Weaver weaver = new Weaver(options(), new Source(copies, agent.classes(runtime)));
        Map<String, byte[]> woven = new HashMap<>();
        copies.forEach(
                (name, file) -> {
                    WeaveResult result = weaver.weave(file);
                    woven.put(name.replace('/', '.'), result.changed() ? result.bytes() : file);
                    if (result.changed()) {
                        agent.woven(name, result);
                    }
                });
        return woven;
    }

    /** All monitors of the client are its own: no other code synchronizes on its objects. */
    private WeaverOptions options() {
        return WeaverOptions.builder()
                .suspendable(PATTERN)
                .add(PatternOption.MONITORS, PATTERN)
                .chaos(chaos)
                .build();
    }

    /** What the copies use like the originals, and the little that the runtime looks into. */
    private void export(ClassLoader runtime, CopyLoader loader) {
        Set<Module> copies = Set.of(loader.getUnnamedModule());
        Set<Module> weft = Set.of(load(RUNTIME, runtime).getModule());
        Map<String, Set<Module>> opened = Map.of("java.net", weft, "sun.security.ssl", weft);
        exportAll(Object.class.getModule(), copies, opened);
        ModuleLayer.boot()
                .findModule("java.security.jgss")
                .ifPresent(module -> exportAll(module, copies, Map.of()));
    }

    private void exportAll(Module module, Set<Module> to, Map<String, Set<Module>> opened) {
        Map<String, Set<Module>> exported = new HashMap<>();
        module.getPackages().forEach(name -> exported.put(name, to));
        instrumentation.redefineModule(module, Set.of(), exported, opened, Set.of(), Map.of());
    }

    private static void initialise(CopyLoader loader) {
        for (String name : ClientClasses.MAIN) {
            load((Copier.PREFIX + name).replace('/', '.'), loader);
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(e.getMessage());
        }
    }

    /** The copies before they are woven, and everything that the runtime's loader finds. */
    private static final class Source implements ClassSource {
        private final Map<String, byte[]> copies;
        private final ClassSource others;

        Source(Map<String, byte[]> copies, ClassSource others) {
            this.copies = copies;
            this.others = others;
        }

        @Override
        public byte[] find(String internalName) {
            byte[] copy = copies.get(internalName);
            return copy == null ? others.find(internalName) : copy;
        }

        @Override
        public List<byte[]> resources(String path) {
            return path.equals(Weaver.STAND_INS) ? List.of(ROWS) : List.of();
        }
    }
}
