/**
 * Stand-ins for JDK methods that block the thread, or that call suspending code from unwoven
 * frames.
 */
package dev.weft.blocking;
