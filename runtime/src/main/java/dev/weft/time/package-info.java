/** Timers and tickers on the scheduler's clock, which a deterministic scheduler makes virtual. */
package dev.weft.time;
