/** What the agent costs an application's start: the same start with and without it, in turns. */
package dev.weft.benchmarks.startup;
