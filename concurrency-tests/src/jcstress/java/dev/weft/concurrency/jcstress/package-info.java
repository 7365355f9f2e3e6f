/** What channels order, under jcstress: run by concurrency-tests/jcstress.sh. */
package dev.weft.concurrency.jcstress;
