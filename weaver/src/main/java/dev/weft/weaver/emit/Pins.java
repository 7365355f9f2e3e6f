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
        sites.add(
                new PinSite(
                        className,
                        method.name + method.desc,
                        line > 0 ? line : -1,
                        reason,
                        detail));
    }

    /** Whether a method stays pinned as a whole for what is live across one of its calls. */
    boolean isBlocked(MethodNode method) {
        String key = method.name + method.desc;
        return sites.stream()
                .filter(s -> s.method().equals(key))
                .anyMatch(
                        s ->
                                s.reason() == PinReason.UNINITIALISED
                                        || s.reason() == PinReason.INACCESSIBLE_TYPE);
    }

    List<PinSite> sites() {
        return sites;
    }
}
