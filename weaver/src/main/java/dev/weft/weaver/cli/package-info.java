/** The command line, {@code java -jar weft-weaver.jar}. */
package dev.weft.weaver.cli;
