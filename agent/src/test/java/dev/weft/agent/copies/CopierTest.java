package dev.weft.agent.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** The copies of the JDK's HTTP client before they are woven. */
class CopierTest {
    private static final String CLIENT = Copier.PREFIX + "sun/net/www/http/HttpClient";
    private static final String SECURE = Copier.PREFIX + ClientClasses.HTTPS + "HttpsClient";
    private static final String CONNECTION = Copier.PREFIX + ClientClasses.CONNECTION;

    private static Map<String, byte[]> copies;

    @BeforeAll
    static void copy() throws IOException {
        Copier copier = new Copier();
        copier.copy(ClientClasses.HTTP + "Handler");
        copier.copy(ClientClasses.HTTPS + "Handler");
        copier.copyIfPresent(ClientClasses.NTLM);
        copier.copyIfPresent(ClientClasses.KERBEROS);
        copies = copier.copies();
    }

    private static ClassNode node(String name) {
        ClassNode node = new ClassNode();
        new ClassReader(copies.get(name)).accept(node, 0);
        assertEquals(name, node.name);
        return node;
    }

    private static MethodNode method(ClassNode node, String name) {
        return node.methods.stream()
                .filter(m -> m.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(node.name + " has no " + name));
    }

    private static List<MethodInsnNode> calls(MethodNode method) {
        List<MethodInsnNode> calls = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode) {
                calls.add((MethodInsnNode) insn);
            }
        }
        return calls;
    }

    @Test
    void everyReferenceToACopiedClassIsToItsCopy() {
        for (String name : copies.keySet()) {
            ClassNode node = node(name);
            for (MethodNode method : node.methods) {
                for (MethodInsnNode call : calls(method)) {
                    String text = node.name + "." + method.name + " calls " + call.owner;
                    assertFalse(ClientClasses.contains(call.owner), text);
                    boolean copied = call.owner.startsWith(Copier.PREFIX);
                    assertTrue(!copied || copies.containsKey(call.owner), text);
                }
            }
        }
    }

    @Test
    void noConstructorConnects() {
        for (String type : List.of(CLIENT, SECURE)) {
            for (MethodNode method : node(type).methods) {
                if (method.name.equals("<init>")) {
                    assertTrue(
                            calls(method).stream().noneMatch(c -> c.name.equals("openServer")),
                            () -> type + method.desc);
                }
            }
        }
    }

    @Test
    void whoMakesAClientConnectsIt() {
        int made = 0;
        for (String type : List.of(CLIENT, SECURE)) {
            for (MethodNode method : node(type).methods) {
                for (MethodInsnNode call : calls(method)) {
                    boolean creates =
                            call.name.equals("<init>")
                                    && call.owner.equals(type)
                                    && !method.name.equals("<init>");
                    if (creates) {
                        made++;
                        assertEquals(Opcodes.DUP, call.getNext().getOpcode());
                        MethodInsnNode open = (MethodInsnNode) call.getNext().getNext();
                        assertEquals("openServer()V", open.name + open.desc);
                    }
                }
            }
        }
        assertEquals(2, made);
    }

    @Test
    void theConnectionHasTheMethodsThatMakeTheRequest() {
        ClassNode node = node(CONNECTION);
        MethodNode code = method(node, "getResponseCode");
        assertTrue(
                calls(code).stream()
                        .anyMatch(
                                c ->
                                        c.owner.equals(CONNECTION)
                                                && c.name.equals("getInputStream")));
        method(node, "getHeaderFieldInt");
        method(node, "getContentLengthLong");
    }

    @Test
    void theJdksTlsSocketIsNotNamed() {
        for (MethodNode method : node(SECURE).methods) {
            for (AbstractInsnNode insn : method.instructions) {
                assertFalse(
                        insn instanceof TypeInsnNode
                                && ((TypeInsnNode) insn).desc.endsWith("SSLSocketImpl"),
                        method.name);
            }
        }
    }

    @Test
    void whatTheAuthenticatorGaveItsAccessToIsShared() {
        assertFalse(ClientClasses.contains(ClientClasses.HTTP + "AuthenticatorKeys"));
        assertFalse(ClientClasses.contains("sun/net/www/URLConnection"));
    }

    @Test
    void aClassThatIsNotThereIsNamed() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> new Copier().copy(ClientClasses.HTTP + "NoSuchThing"));
        assertEquals("sun.net.www.protocol.http.NoSuchThing is not in this JDK", e.getMessage());
    }
}
