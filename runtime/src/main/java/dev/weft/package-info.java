/** What every user of Weft names: the annotation, suspendable functional interfaces, exceptions. */
package dev.weft;
