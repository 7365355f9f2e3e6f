package dev.weft.woven;

/** What a woven body does for a receiver of a subclass that is not clean. */
enum Verdict {
    /**
     * Nothing between the receiver's class and the body overrides it unwoven, or this is a super
     * call.
     */
    GENUINE,
    /** An unwoven class overrides the plain method: call that. */
    OVERRIDDEN,
    /** An unwoven class overrides the overload itself and came here: run pinned. */
    FOREIGN
}
