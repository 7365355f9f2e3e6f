package dev.weft.continuation;

/** Bodies that the build leaves unwoven (see the plugin's configuration): they can't suspend. */
final class UnwovenBodies {
    private UnwovenBodies() {}

    static Continuation continuation(ContinuationScope scope) {
        return new Continuation(scope, first -> Continuation.suspend(scope, first));
    }
}
