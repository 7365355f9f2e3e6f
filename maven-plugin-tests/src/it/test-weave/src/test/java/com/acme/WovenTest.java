package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.weft.Suspendable;
import org.junit.jupiter.api.Test;

class WovenTest {
    @Suspendable
    static int next(int x) {
        return x + 1;
    }

    @Suspendable
    static int twice(int x) {
        return next(next(x));
    }

    @Test
    void thisClassIsWovenAndWorks() throws NoSuchFieldException {
        assertNotNull(WovenTest.class.getDeclaredField("$weft"));
        assertEquals(7, twice(5));
    }
}
