/** Programs that ask for URLs in fibers, under the agent. */
package dev.weft.examples.http.fibers;
