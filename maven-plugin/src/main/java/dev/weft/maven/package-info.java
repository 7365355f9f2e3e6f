/**
 * The Maven goals. They find the folders, the class path and the options; the weaver does the rest.
 */
package dev.weft.maven;
