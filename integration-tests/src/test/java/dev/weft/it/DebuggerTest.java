package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A debugger stops on a line of a woven method in both of its bodies, and reads its variables. */
@Timeout(120)
class DebuggerTest {
    private static final int LINE = 10;
    private static final String PROGRAM =
            String.join(
                    "\n",
                    "package debugged;",
                    "import dev.weft.Suspendable;",
                    "import dev.weft.fiber.*;",
                    "public class Main {",
                    "  @Suspendable",
                    "  static int body(String text, long wide) {",
                    "    int total = 0;",
                    "    for (int i = 0; i < 3; i++) {",
                    "      double half = i / 2.0;",
                    "      total += text.length() + (int) (half + wide);", // line 10
                    "      if (i == 1) { Weft.yield(); }",
                    "    }",
                    "    return total;",
                    "  }",
                    "  public static void main(String[] args) {",
                    "    Weft.run(Scheduler.singleThreaded(), () -> body(\"abc\", 4L));",
                    "  }",
                    "}");

    @TempDir private Path folder;

    @Test
    void stopsInBothBodies() throws Exception {
        Classes classes = Compiler.compile(11, Map.of("debugged.Main", PROGRAM));
        Forked.write(folder, new Classes(Weaving.of(classes, false).files()));
        List<String> stops = debug();
        assertEquals(
                List.of(
                        "body i=0 total=0 text=\"abc\" wide=4 half=0.0",
                        "body i=1 total=7 text=\"abc\" wide=4 half=0.5",
                        "resumed i=2 total=14 text=\"abc\" wide=4 half=1.0"),
                stops);
    }

    private List<String> debug() throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("home").setValue(System.getProperty("java.home"));
        arguments
                .get("options")
                .setValue("-cp \"" + Forked.runtime() + File.pathSeparator + folder + "\"");
        arguments.get("main").setValue("debugged.Main");
        VirtualMachine vm = connector.launch(arguments);
        try {
            ClassPrepareRequest prepare = vm.eventRequestManager().createClassPrepareRequest();
            prepare.addClassFilter("debugged.Main");
            prepare.enable();
            return events(vm);
        } finally {
            vm.process().destroyForcibly();
        }
    }

    private static List<String> events(VirtualMachine vm) throws Exception {
        List<String> stops = new ArrayList<>();
        for (; ; ) {
            EventSet set = vm.eventQueue().remove();
            for (Event event : set) {
                if (event instanceof ClassPrepareEvent) {
                    breakAt(vm, ((ClassPrepareEvent) event).referenceType());
                } else if (event instanceof BreakpointEvent) {
                    stops.add(describe((BreakpointEvent) event));
                } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
                    return stops;
                }
            }
            set.resume();
        }
    }

    /** As debuggers do: at every location that the line has. */
    private static void breakAt(VirtualMachine vm, ReferenceType type)
            throws AbsentInformationException {
        List<Location> locations = type.locationsOfLine(LINE);
        assertTrue(locations.size() >= 2, "the line is in both bodies: " + locations);
        for (Location location : locations) {
            vm.eventRequestManager().createBreakpointRequest(location).enable();
        }
    }

    private static String describe(BreakpointEvent event) throws Exception {
        StackFrame frame = event.thread().frame(0);
        assertEquals(LINE, frame.location().lineNumber());
        Map<String, String> values = new TreeMap<>();
        for (LocalVariable v : frame.visibleVariables()) {
            values.put(v.name(), String.valueOf(frame.getValue(v)));
        }
        String method = frame.location().method().name();
        StringBuilder text = new StringBuilder(method.contains("$resume$") ? "resumed" : method);
        for (String name : List.of("i", "total", "text", "wide", "half")) {
            text.append(' ').append(name).append('=').append(values.get(name));
        }
        return text.toString();
    }
}
