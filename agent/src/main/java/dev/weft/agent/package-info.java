/** The Java agent: weaves classes when they are loaded. */
package dev.weft.agent;
