/**
 * The work that is measured, as a user would write it: shared by the JMH classes and the comparison
 * with peers.
 */
package dev.weft.benchmarks.programs;
