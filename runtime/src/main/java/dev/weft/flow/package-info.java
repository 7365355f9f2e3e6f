/**
 * What is built of channels and fibers: pipelines, merging and distributing, topics. Every
 * operation starts its fibers on the caller's scheduler; they end when their input is closed or
 * their output is cancelled.
 */
package dev.weft.flow;
