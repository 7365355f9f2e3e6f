/**
 * Small programs as a user would write them; each has a {@code main} and a method that gives its
 * result.
 */
package dev.weft.examples;
