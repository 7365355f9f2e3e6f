package dev.weft.fiber;

import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The wedge detector: prints all fibers of a test that is about to run into its {@link Timeout},
 * while they still wait as they do. Found by JUnit by itself (META-INF/services,
 * junit-platform.properties).
 */
public final class DumpBeforeTimeout
        implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(DumpBeforeTimeout.class);
    private static final ScheduledThreadPoolExecutor TIMER =
            new ScheduledThreadPoolExecutor(1, DumpBeforeTimeout::thread);
    private static final int SHARE = 80;

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        Optional<Timeout> timeout =
                AnnotationSupport.findAnnotation(context.getTestMethod(), Timeout.class)
                        .or(
                                () ->
                                        AnnotationSupport.findAnnotation(
                                                context.getTestClass(), Timeout.class));
        timeout.ifPresent(
                t -> {
                    Weft.track(true);
                    long millis = t.unit().toMillis(t.value()) * SHARE / 100;
                    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
                    ScheduledFuture<?> dump =
                            TIMER.schedule(
                                    () -> print(context, due), millis, TimeUnit.MILLISECONDS);
                    context.getStore(SPACE).put(context.getUniqueId(), dump);
                });
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        ScheduledFuture<?> dump =
                context.getStore(SPACE).get(context.getUniqueId(), ScheduledFuture.class);
        if (dump != null) {
            dump.cancel(false);
        }
    }

    /** A test that has hung is told from one whose machine stood still: then this comes late. */
    private static void print(ExtensionContext context, long due) {
        long late = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - due);
        System.err.println(
                context.getUniqueId()
                        + " is about to time out"
                        + (late == 0 ? ". " : ", noticed " + late + " s late. ")
                        + Weft.dump());
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dump-before-timeout");
        thread.setDaemon(true);
        return thread;
    }
}
