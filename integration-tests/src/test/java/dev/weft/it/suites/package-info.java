/** Libraries run their own tests in fibers. */
package dev.weft.it.suites;
