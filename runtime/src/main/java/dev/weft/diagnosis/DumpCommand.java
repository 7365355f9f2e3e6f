package dev.weft.diagnosis;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Prints the fibers of another process of the same user, which must have been started with {@code
 * -Dweft.jmx=true}:
 *
 * <pre>
 * java -cp weft-runtime.jar dev.weft.diagnosis.DumpCommand PID [dump|json|pins|handoffs]
 * </pre>
 */
public final class DumpCommand {
    private static final String USAGE =
            "usage: java -cp weft-runtime.jar dev.weft.diagnosis.DumpCommand PID"
                    + " [dump|json|pins|handoffs]";

    private DumpCommand() {}

    /**
     * The command.
     *
     * @param arguments a process id and what to print
     */
    public static void main(String[] arguments) {
        String operation = arguments.length == 2 ? arguments[1] : "dump";
        String method = method(operation);
        if (arguments.length < 1 || arguments.length > 2 || method == null) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            System.out.print(ask(arguments[0], method));
        } catch (InstanceNotFoundException e) {
            fail(
                    "process "
                            + arguments[0]
                            + " was not started with -Dweft.jmx=true,"
                            + " or has no fibers yet");
        } catch (AttachNotSupportedException | IOException | JMException e) {
            fail("cannot ask process " + arguments[0] + ": " + e.getMessage());
        }
    }

    private static String method(String operation) {
        switch (operation) {
            case "dump":
                return "dump";
            case "json":
                return "dumpJson";
            case "pins":
                return "pinReport";
            case "handoffs":
                return "handOffs";
            default:
                return null;
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }

    /**
     * Calls an operation of the bean in another process.
     *
     * @param pid the process
     * @param method an operation without arguments
     * @return its result
     * @throws AttachNotSupportedException when that is no JVM like this one
     * @throws IOException when it can't be reached
     * @throws JMException when it has no such bean
     */
    @SuppressWarnings("BanJNDI") // the address is what the attached JVM of the same user answered
    static String ask(String pid, String method)
            throws AttachNotSupportedException, IOException, JMException {
        VirtualMachine machine = VirtualMachine.attach(pid);
        String address;
        try {
            address = machine.startLocalManagementAgent();
        } finally {
            machine.detach();
        }
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            ObjectName name = new ObjectName(FiberDiagnosisMXBean.NAME);
            return (String) server.invoke(name, method, new Object[0], new String[0]);
        }
    }
}
