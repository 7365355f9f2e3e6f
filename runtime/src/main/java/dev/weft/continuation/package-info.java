/**
 * One-shot continuations, and the stack from which every kind of coroutine that runs inside another
 * one is made. Builds on {@link dev.weft.woven} alone.
 *
 * @see <a href="../../../../../../../docs/design/generators.md">docs/design/generators.md</a>
 */
package dev.weft.continuation;
