package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.weft.Suspendable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockMakers;

/** Mockito's mocks and spies of woven classes, called from woven code: stubs answer, pinned. */
@Timeout(60)
class MockTest {
    /** What is mocked. */
    @Suspendable
    static class Service {
        int ask(int x) {
            return SuspendingCall.i(x) + 1;
        }

        int twice(int x) {
            return ask(x) + ask(SuspendingCall.i(x));
        }
    }

    /** What is mocked, as an interface; public, see docs/testing.md. */
    @Suspendable
    public interface Remote {
        int fetch(int x);

        default int more(int x) {
            return fetch(x) + SuspendingCall.i(1);
        }
    }

    /** The woven callers; what they do is in {@link MockTest}'s nested class, loaded woven. */
    @Suspendable
    static class Program {
        static Object run() {
            String maker = System.getProperty("weft.test.maker");
            Service service = mock(Service.class, withSettings().mockMaker(maker));
            when(service.ask(1)).thenReturn(41);
            Service spied =
                    mock(
                            Service.class,
                            withSettings()
                                    .spiedInstance(new Service())
                                    .defaultAnswer(org.mockito.Mockito.CALLS_REAL_METHODS)
                                    .mockMaker(maker));
            int asked = service.ask(SuspendingCall.i(1)) + service.ask(7);
            int real = spied.twice(SuspendingCall.i(10));
            verify(service).ask(7);
            verify(spied, org.mockito.Mockito.times(2)).ask(10);
            return asked + "," + real;
        }
    }

    /**
     * Argument matchers: for subclass mocks only, an inline mock takes the stack for an argument.
     */
    @Suspendable
    static class MatcherProgram {
        static Object run() {
            String maker = System.getProperty("weft.test.maker");
            Service service = mock(Service.class, withSettings().mockMaker(maker));
            when(service.ask(anyInt())).thenReturn(41);
            int asked = service.ask(SuspendingCall.i(1)) + service.ask(7);
            verify(service, org.mockito.Mockito.times(2)).ask(anyInt());
            return asked;
        }
    }

    /** The same for an interface with a default method. */
    @Suspendable
    static class InterfaceProgram {
        static Object run() {
            Remote remote =
                    mock(
                            Remote.class,
                            withSettings().mockMaker(System.getProperty("weft.test.maker")));
            when(remote.fetch(2)).thenReturn(5);
            int fetched = remote.fetch(SuspendingCall.i(2)) + remote.more(2);
            verify(remote).fetch(2);
            return fetched;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MockMakers.INLINE, MockMakers.SUBCLASS})
    void mocksOfWovenClassesAnswer(String maker) {
        check(Program.class, maker, "returns 41,22");
    }

    @Test
    void subclassMocksOfWovenInterfacesAnswer() {
        check(InterfaceProgram.class, MockMakers.SUBCLASS, "returns Integer:5");
    }

    @Test
    void matchersFitSubclassMocks() {
        check(MatcherProgram.class, MockMakers.SUBCLASS, "returns Integer:82");
    }

    @Test
    void inlineMocksOfWovenInterfacesAnswer() {
        check(InterfaceProgram.class, MockMakers.INLINE, "returns Integer:5");
    }

    private static void check(Class<?> program, String maker, String expected) {
        System.setProperty("weft.test.maker", maker);
        Map<String, byte[]> files = new TreeMap<>();
        // All that are nested: JDK 11 looks for an outer class in each of its nested ones.
        List<Class<?>> types = new ArrayList<>(List.of(MockTest.class.getDeclaredClasses()));
        types.add(MockTest.class);
        for (Class<?> type : types) {
            String name = type.getName().replace('.', '/');
            files.put(name, Classes.resource(name));
        }
        Map<Mode, Outcome> outcomes = new ThreeWay(new Classes(files)).check(program.getName());
        assertEquals(expected, outcomes.get(Mode.UNWOVEN).result);
    }
}
