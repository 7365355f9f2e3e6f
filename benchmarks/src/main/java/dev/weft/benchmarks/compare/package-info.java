/**
 * The side-by-side comparison with other languages' and libraries' coroutines: a driver that runs
 * the same work as processes of each contender in one run, and the Weft contender's own programs.
 */
package dev.weft.benchmarks.compare;
