package dev.weft.it.suites;

import dev.weft.Suspendable;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs each test method in a fiber on the calling thread, in place of JUnit's reflective call: a
 * call of {@code Method.invoke} in woven code can suspend.
 */
public final class InFiber implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        invocation.skip();
        run(method);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        invocation.skip();
        run(method);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation,
            DynamicTestInvocationContext dynamic,
            ExtensionContext context)
            throws Throwable {
        Throwable[] thrown = new Throwable[1];
        Weft.run(Scheduler.singleThreaded(), () -> thrown[0] = proceed(invocation));
        rethrow(thrown[0]);
    }

    private static Throwable proceed(Invocation<Void> invocation) {
        try {
            invocation.proceed();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static void run(ReflectiveInvocationContext<Method> call) throws Throwable {
        Method method = call.getExecutable();
        method.setAccessible(true);
        List<Object> arguments = call.getArguments();
        Object target = call.getTarget().orElse(null);
        Throwable[] thrown = new Throwable[1];
        Weft.run(
                Scheduler.singleThreaded(),
                () -> thrown[0] = invoke(method, target, arguments.toArray()));
        rethrow(thrown[0]);
    }

    @Suspendable
    private static Throwable invoke(Method method, Object target, Object[] arguments) {
        try {
            method.invoke(target, arguments);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            return e;
        }
    }

    private static void rethrow(Throwable thrown) throws Throwable {
        if (thrown != null) {
            throw thrown;
        }
    }
}
