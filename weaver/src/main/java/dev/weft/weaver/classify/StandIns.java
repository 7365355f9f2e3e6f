package dev.weft.weaver.classify;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.model.Abi;

/**
 * What takes the place of a call that is not woven: the rows of the patch table that fit it, and
 * the function types of other languages. Thread-safe.
 */
final class StandIns {
    private final ClassPool pool;
    private final StandInTable table = new StandInTable();

    StandIns(ClassSource source, ClassPool pool) {
        this.pool = pool;
        table.readAll(source, pool);
    }

    /** The row for a call, or null. */
    StandInRow row(int bits, String owner, String key) {
        StandInRow found = null;
        for (StandInRow row : table.rows(key)) {
            boolean on = (bits & row.scope) != 0;
            if (on && (found == null || row.scope > found.scope) && fits(row, owner)) {
                found = row;
            }
        }
        return found;
    }

    private boolean fits(StandInRow row, String owner) {
        return row.constructor() ? row.owner.equals(owner) : pool.isSubtype(owner, row.owner);
    }

    /** Whether a method that is left alone has that name and belongs to a supertype. */
    boolean isLeftAlone(String owner, String name) {
        for (String type : table.leftAlone(name)) {
            if (pool.isSubtype(owner, type)) {
                return true;
            }
        }
        return false;
    }

    boolean isHandleCall(String owner, String name) {
        return owner.equals(Abi.METHOD_HANDLE) && name.startsWith("invoke") && !table.isEmpty();
    }

    /** Whether a call of the JDK can suspend, if all rows are on. */
    boolean suspends(String owner, String key) {
        StandInRow row = row(PatchScope.ALL, owner, key);
        return isHandleCall(owner, key)
                || row != null && !row.plain()
                || function(owner, key) != null;
    }

    /** How to call a method that no woven class declares. */
    Callee callee(int bits, String owner, String key) {
        StandInRow row = row(bits, owner, key);
        FunctionMethod function = row == null ? function(owner, key) : null;
        return row != null
                ? Callee.standIn(row)
                : function != null ? Callee.function(function) : Callee.PLAIN;
    }

    /** As the other, where the method that is called is declared in a known class. */
    Callee callee(int bits, String owner, String key, String declaring) {
        StandInRow row = row(bits, owner, key);
        if (row != null && row.owner.equals(declaring)) {
            return Callee.standIn(row);
        }
        FunctionMethod function = function(owner, key);
        boolean original = function != null && function.owner().equals(declaring);
        return original ? Callee.function(function) : Callee.PLAIN;
    }

    /** See {@link Classifier#companion}. */
    String companion(String type, String key) {
        StandInRow row = companionRow(type, key);
        FunctionMethod function = row == null ? function(type, key) : null;
        boolean general = function != null && !function.isPrimitive();
        return row != null ? row.companion : general ? function.companion() : null;
    }

    /** See {@link Classifier#lambdaCompanion}. */
    String lambdaCompanion(String type, String key) {
        FunctionMethod function = function(type, key);
        return function != null ? function.companion() : companion(type, key);
    }

    /** See {@link Classifier#companionOwner}. */
    String companionOwner(String type, String key) {
        StandInRow row = companionRow(type, key);
        FunctionMethod function = row == null ? function(type, key) : null;
        return row != null ? row.owner : function != null ? function.owner() : null;
    }

    /** See {@link Classifier#function}. */
    FunctionMethod function(String type, String key) {
        int paren = key.indexOf('(');
        FunctionMethod found = FunctionMethod.of(key.substring(0, paren), key.substring(paren));
        return found != null && pool.isSubtype(type, found.owner()) ? found : null;
    }

    private StandInRow companionRow(String type, String key) {
        for (StandInRow row : table.rows(key)) {
            if (row.companion != null && pool.isSubtype(type, row.owner)) {
                return row;
            }
        }
        return null;
    }
}
