/**
 * The ABI: everything that woven code names. Depends on nothing else; not for users' source.
 *
 * @see <a href="../../../../../../../docs/design/abi.md">docs/design/abi.md</a>
 */
package dev.weft.woven;
