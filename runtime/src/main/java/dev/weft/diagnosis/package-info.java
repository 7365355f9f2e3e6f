/**
 * Looking at the fibers of a running process from outside: by JMX, by a command, by a signal. The
 * same as data and text: {@link dev.weft.fiber.Weft#fibers()}, {@link dev.weft.fiber.Weft#dump()},
 * {@link dev.weft.fiber.PinReport}.
 */
package dev.weft.diagnosis;
