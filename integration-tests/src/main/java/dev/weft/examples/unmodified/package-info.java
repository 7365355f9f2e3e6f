/**
 * Ordinary blocking Java that knows nothing of Weft: the agent weaves it by pattern, {@code
 * suspendable=dev.weft.examples.unmodified.**}.
 */
package dev.weft.examples.unmodified;
