package dev.weft.weaver.emit;

import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/** Collects what pins while one class is woven. */
final class Pins {
    private final String className;
    private final List<PinSite> sites = new ArrayList<>();

    Pins(String internalName) {
        className = internalName.replace('/', '.');
    }

    void add(MethodNode method, int line, PinReason reason, String detail) {
        sites.add(new PinSite(className, method.name + method.desc, line > 0 ? line : -1, reason, detail));
    }

    List<PinSite> sites() {
        return sites;
    }
}
