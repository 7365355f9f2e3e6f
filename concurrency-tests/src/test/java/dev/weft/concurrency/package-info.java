/** Channels, select and locks under Lincheck: sequential specifications, model checking, stress. */
package dev.weft.concurrency;
