package dev.weft.benchmarks.compare;

final class WeftPeer {
    private WeftPeer() {}
}
