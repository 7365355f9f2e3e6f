/** A server that answers by a script and notes what it is asked; for the programs beside it. */
package dev.weft.examples.http.server;
