package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which frame is blamed for a pinned wait, and for which reason. */
@Timeout(60)
class PinReportTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";

    @Suspendable
    private static void inSynchronizedBlock() {
        synchronized (PinReportTest.class) {
            Weft.sleep(1);
        }
    }

    @Suspendable
    private static void callsInSynchronizedBlock() {
        synchronized (PinReportTest.class) {
            sleeps();
        }
    }

    @Suspendable
    private static void sleeps() {
        Weft.sleep(1);
    }

    @Suspendable
    private static synchronized void synchronizedMethod() {
        Weft.sleep(1);
    }

    private static void notAnnotated(Runnable body) {
        body.run();
    }

    @Suspendable
    private static void throughTheJdk() {
        Stream.of(1).map(PinReportTest::sleepAndReturn).collect(Collectors.toList());
    }

    private static int sleepAndReturn(int i) {
        Weft.sleep(1);
        return i;
    }

    /** Waits where no one can be unwound. */
    private static final class Waiting {
        Waiting() {
            Weft.sleep(1);
        }
    }

    @Suspendable
    private static void inConstructor() {
        new Waiting();
    }

    private static PinSite only(Scheduler scheduler, dev.weft.SuspendableRunnable body) {
        PinReport.reset();
        Weft.run(
                scheduler,
                () -> {
                    body.run();
                    return null;
                });
        List<PinSite> sites = PinReport.sites();
        assertEquals(1, sites.size(), PinReport.text());
        assertEquals(1, sites.get(0).count());
        return sites.get(0);
    }

    private static void check(PinSite site, PinReason reason, String method) {
        assertEquals(reason, site.reason(), site.toString());
        assertEquals(method, site.frame().getMethodName(), site.toString());
        assertTrue(site.nanos() >= 0);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void synchronizedBlocks(Scheduler scheduler) {
        PinSite direct = only(scheduler, PinReportTest::inSynchronizedBlock);
        check(direct, PinReason.SYNCHRONIZED, "inSynchronizedBlock");
        PinSite called = only(scheduler, PinReportTest::callsInSynchronizedBlock);
        check(called, PinReason.SYNCHRONIZED, "callsInSynchronizedBlock");
        assertEquals("sleeps", called.at().getMethodName());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void synchronizedMethods(Scheduler scheduler) {
        check(
                only(scheduler, PinReportTest::synchronizedMethod),
                PinReason.SYNCHRONIZED,
                "synchronizedMethod");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void methodsThatAreNotSuspendable(Scheduler scheduler) {
        PinSite site = only(scheduler, () -> notAnnotated(() -> Weft.sleep(1)));
        assertEquals(PinReason.NOT_SUSPENDABLE, site.reason(), site.toString());
        assertTrue(site.toString().contains("annotate the method"), site.toString());
    }

    @Test
    void framesOfTheJdk() {
        PinSite site = only(Scheduler.workStealing(1), PinReportTest::throughTheJdk);
        assertTrue(site.frame().toString().contains("PinReportTest"), site.toString());
    }

    @Test
    void constructors() {
        check(
                only(Scheduler.workStealing(1), PinReportTest::inConstructor),
                PinReason.CONSTRUCTOR,
                "<init>");
    }

    @Test
    void aBoundFiber() {
        PinSite site =
                only(
                        Scheduler.workStealing(1),
                        () -> {
                            Blocking.bind();
                            try {
                                sleeps();
                            } finally {
                                Blocking.unbind();
                            }
                        });
        check(site, PinReason.BOUND, "sleeps");
    }

    @Test
    void theTextNamesFiguresPlaceAndRemedy() {
        only(Scheduler.workStealing(1), PinReportTest::synchronizedMethod);
        String text = PinReport.text();
        assertTrue(
                text.matches(
                        "1 site pins\n1 ×, [0-9,]+ ms: SYNCHRONIZED at \\S*PinReportTest"
                                + "\\.synchronizedMethod\\(PinReportTest.java:\\d+\\)\n"
                                + "    move the call out of synchronized.*\n"),
                text);
    }
}
