package dev.weft.weaver.classify;

import dev.weft.weaver.model.Abi;

/** A resolved call target. */
public final class Callee {
    /** How a call is made. */
    public enum Call {
        /** The callee can't suspend. */
        PLAIN,
        /** The overload is there, or will be. */
        WOVEN,
        /** The callee is suspendable but its class won't be woven. */
        NOT_WOVEN
    }

    static final Callee PLAIN = new Callee(Call.PLAIN, "", false, false);

    private final Call call;
    private final String owner;
    private final boolean itf;
    private final boolean virtual;
    private final String standInDesc;
    private final boolean handleCall;
    private final boolean onlyCalls;
    private final FunctionMethod function;

    Callee(Call call, String owner, boolean itf, boolean virtual) {
        this(call, owner, itf, virtual, null, false, false, null);
    }

    private Callee(
            Call call,
            String owner,
            boolean itf,
            boolean virtual,
            String standInDesc,
            boolean handleCall,
            boolean onlyCalls,
            FunctionMethod function) {
        this.call = call;
        this.owner = owner;
        this.itf = itf;
        this.virtual = virtual;
        this.standInDesc = standInDesc;
        this.handleCall = handleCall;
        this.onlyCalls = onlyCalls;
        this.function = function;
    }

    static Callee standIn(StandInRow row) {
        return row.plain()
                ? PLAIN
                : new Callee(
                        Call.WOVEN,
                        row.holder,
                        false,
                        false,
                        row.desc,
                        false,
                        row.onlyCalls(),
                        null);
    }

    static Callee handle() {
        return new Callee(Call.WOVEN, Abi.METHOD_HANDLE, false, false, null, true, false, null);
    }

    static Callee function(FunctionMethod function) {
        return new Callee(Call.WOVEN, "", false, false, null, false, true, function);
    }

    /**
     * The function value's method that is called, when its type is not woven.
     *
     * @return null for all other callees
     */
    public FunctionMethod function() {
        return function;
    }

    /**
     * Whether the callee is a method handle, of which any site has a signature of its own.
     *
     * @return true when the site is linked by the runtime
     */
    public boolean isHandleCall() {
        return handleCall;
    }

    /**
     * The plain descriptor of the static method that stands in for the callee.
     *
     * @return null when the callee itself is called
     */
    public String standInDesc() {
        return standInDesc;
    }

    /**
     * Whether something of the runtime is called in its place.
     *
     * @return true for stand-ins, method handles and function values
     */
    public boolean isReplaced() {
        return standInDesc != null || handleCall || function != null;
    }

    /**
     * How to call it.
     *
     * @return never null
     */
    public Call call() {
        return call;
    }

    /**
     * The class that declares it.
     *
     * @return its internal name
     */
    public String owner() {
        return owner;
    }

    /**
     * Whether the call goes through the interface's helper.
     *
     * @return true for an interface's method that its implementors may have
     */
    public boolean hasHelper() {
        return itf && virtual;
    }

    /**
     * Whether the stand-in waits for nothing itself.
     *
     * @return true when it can suspend only in what it is given
     */
    public boolean onlyCalls() {
        return onlyCalls;
    }
}
