/**
 * Fibers, their schedulers, and the waiting protocol that channels, locks and blocking calls use
 * ({@link dev.weft.fiber.Waiter}). {@link dev.weft.fiber.Weft} is the users' entry.
 */
package dev.weft.fiber;
