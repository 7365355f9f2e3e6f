package app;

import com.sun.tools.attach.VirtualMachine;

/** Attaches an agent to the JVM that this runs in. */
class Attaching {
    static void attach(String jar) throws Exception {
        VirtualMachine self = VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
        self.loadAgent(jar);
        self.detach();
    }
}
