package dev.weft.io;

import java.io.IOException;
import java.io.ObjectInputStream;

/** Left out of weaving: reads from streams of woven code. */
final class UnwovenReads {
    private UnwovenReads() {}

    static Object object(ObjectInputStream in) throws IOException, ClassNotFoundException {
        return in.readObject();
    }

    static int number(ObjectInputStream in) throws IOException {
        return in.readInt();
    }
}
