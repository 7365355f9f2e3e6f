/**
 * JMH benchmarks, one class a claim. Run by {@code benchmarks/jmh.sh}, which weaves the programs
 * with the agent.
 */
package dev.weft.benchmarks.jmh;
