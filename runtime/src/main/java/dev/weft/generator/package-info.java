/**
 * Generators, coroutines that are sent values, and symmetric coroutines.
 *
 * @see <a href="../../../../../../../docs/generators.md">docs/generators.md</a>
 */
package dev.weft.generator;
