/** Woven copies of classes of the running JDK, made when they are first needed. */
package dev.weft.agent.copies;
