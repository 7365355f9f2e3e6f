package dev.weft.agent;

import dev.weft.agent.copies.Agent;
import dev.weft.agent.copies.JdkCopies;
import dev.weft.weaver.ClassSource;
import dev.weft.weaver.WeaveResult;
import java.lang.instrument.Instrumentation;

/**
 * The agent's entry points. {@code premain} does as little as it can: it reads the options and
 * registers a transformer. It touches neither logging nor any other JDK service that the
 * application may want to configure first.
 */
public final class WeftAgent {
    private WeftAgent() {}

    /**
     * Called by the JVM for {@code -javaagent}.
     *
     * @param options see docs/agent.md; may be null
     * @param instrumentation the JVM's
     * @throws IllegalArgumentException when an option is wrong; the JVM then does not start
     */
    public static void premain(String options, Instrumentation instrumentation) {
        try {
            install(AgentOptions.parse(options), instrumentation);
        } catch (OptionException e) {
            System.err.println(
                    e.getMessage()); // the JVM says it too, but between its own stack traces
            throw e;
        }
    }

    /**
     * Called by the JVM when the agent is attached to a running program. Methods can't be added to
     * classes that are loaded already: these stay as they are, and calls to them are plain calls.
     *
     * @param options as for {@link #premain}
     * @param instrumentation the JVM's
     * @throws IllegalArgumentException when an option is wrong; nothing is installed then
     */
    public static void agentmain(String options, Instrumentation instrumentation) {
        AgentOptions parsed = AgentOptions.parse(options);
        int loaded = 0;
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isApplications(type)) {
                parsed.weaver().exclude(type.getName());
                loaded++;
            }
        }
        install(parsed, instrumentation)
                .say(
                        "attached late: "
                                + loaded
                                + " classes are loaded already and stay as they are");
    }

    private static boolean isApplications(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader != null
                && loader != ClassLoader.getPlatformClassLoader()
                && !type.isArray()
                && !type.getName().startsWith("dev.weft.")
                && type.getName().indexOf('/') < 0;
    }

    private static AgentLog install(AgentOptions options, Instrumentation instrumentation) {
        AgentLog log = new AgentLog(options, System.err);
        LoaderWeavers weavers = new LoaderWeavers(options.weaver().build());
        if (options.copiesHttp()) {
            boolean chaos = options.weaver().build().chaos();
            JdkCopies.install(instrumentation, new ForCopies(log), chaos);
        }
        ModuleReads reads = new ModuleReads(instrumentation);
        instrumentation.addTransformer(
                new WeavingTransformer(weavers, log, options.strict(), reads));
        instrumentation.addTransformer(new RuntimeAccess(instrumentation));
        log.verbose("agent installed");
        return log;
    }

    /** Not method references, which would delay the start. */
    private static final class ForCopies implements Agent {
        private final AgentLog log;

        ForCopies(AgentLog log) {
            this.log = log;
        }

        @Override
        public ClassSource classes(ClassLoader loader) {
            return new LoaderClasses(loader);
        }

        @Override
        public void woven(String internalName, WeaveResult result) {
            log.woven(internalName, result.report(), result.bytes());
        }

        @Override
        public void say(String message) {
            log.say(message);
        }
    }
}
