package dev.weft.agent;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Lets modules whose classes are woven read the runtime, which their declarations do not name.
 *
 * <p>On the class path nothing has to be done: the JVM lets every module that an agent transforms
 * read it. Where the runtime is a module itself, one that does not require it would get an
 * IllegalAccessError at the first call that weaving has put there. Thread-safe; does not keep
 * modules alive.
 */
final class ModuleReads {
    /** Of the runtime's packages the one that all woven code names. */
    private static final String PACKAGE = "dev.weft.woven";

    private final Instrumentation instrumentation;
    private final Set<Module> done = Collections.synchronizedSet(weakSet());

    ModuleReads(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    private static Set<Module> weakSet() {
        return Collections.newSetFromMap(new WeakHashMap<>());
    }

    /** Called for each class that was woven; does nothing for unnamed modules. */
    void ensure(Module module) {
        if (!module.isNamed() || !done.add(module)) {
            return;
        }
        ModuleLayer layer = module.getLayer();
        Optional<Module> runtime = layer == null ? Optional.empty() : find(layer);
        if (runtime.isPresent() && !module.canRead(runtime.get())) {
            instrumentation.redefineModule(
                    module, Set.of(runtime.get()), Map.of(), Map.of(), Set.of(), Map.of());
        }
    }

    /** The module with the runtime, in a layer or one that it rests on. */
    private static Optional<Module> find(ModuleLayer layer) {
        for (Module each : layer.modules()) {
            if (each.getPackages().contains(PACKAGE)) {
                return Optional.of(each);
            }
        }
        for (ModuleLayer parent : layer.parents()) {
            Optional<Module> found = find(parent);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
