/** Erlang-style actors on fibers: mailboxes with selective receive, links, monitors. */
package dev.weft.actor;
