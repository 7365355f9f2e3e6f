/**
 * Finding class files and weaving folders and jars of them: what the command line and the Maven
 * plugin share. Knows nothing of how a class is woven.
 */
package dev.weft.weaver.io;
