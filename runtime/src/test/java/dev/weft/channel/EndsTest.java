package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One end of a channel is no more than that: for the compiler (Go's test/chan/perm.go) and at run
 * time.
 */
@Timeout(60)
class EndsTest {
    /**
     * perm: each of these is an error. The declarations of the variables are in {@link #compile}.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receiveOnly.send(1)|cannot find symbol",
                "receiveOnly.trySend(1)|cannot find symbol",
                "receiveOnly.close()|cannot find symbol",
                "sendOnly.receive()|cannot find symbol",
                "sendOnly.poll()|cannot find symbol",
                "sendOnly.cancel()|cannot find symbol",
                "sendOnly.iterator()|cannot find symbol",
                "for (int i : sendOnly) {}|for-each not applicable to expression type",
                "Channel<Integer> c = receiveOnly|incompatible types",
                "Channel<Integer> c = sendOnly|incompatible types",
                "ReceiveChannel<Integer> r = sendOnly|incompatible types",
                "SendChannel<Integer> s = receiveOnly|incompatible types",
                "Select.fair().send(receiveOnly)|cannot be applied to given types",
                "Select.fair().receive(sendOnly)|cannot be applied to given types",
                "both.send(\"text\")|incompatible types",
                "String s = both.receive()|incompatible types",
                "SendChannel<Number> s = both|incompatible types",
            })
    void compilerRejects(String statement, String why) {
        List<String> errors = compile(statement);
        assertFalse(errors.isEmpty(), "compiled: " + statement);
        assertTrue(errors.toString().contains(why), errors.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "both.send(1)",
        "int i = both.receive()",
        "both.close()",
        "both.cancel()",
        "SendChannel<Integer> s = both",
        "ReceiveChannel<Integer> r = both",
        "sendOnly.send(1)",
        "sendOnly.close()",
        "int i = receiveOnly.receive()",
        "for (int i : receiveOnly) {}",
        "Select.fair().receive(receiveOnly)",
        "Select.fair().send(sendOnly)"
    })
    void compilerAccepts(String statement) {
        assertEquals(List.of(), compile(statement));
    }

    @Test
    void viewsCannotBeCastBack() {
        Channel<Integer> c = Channel.buffered(2);
        Object send = c.sendOnly();
        Object receive = c.receiveOnly();
        assertFalse(send instanceof ReceiveChannel || send instanceof Channel);
        assertFalse(receive instanceof SendChannel || receive instanceof Channel);
        assertEquals(c.sendOnly(), send);
        assertEquals(c.receiveOnly().hashCode(), receive.hashCode());
        assertNotEquals(send, receive);
        assertNotEquals(Channel.rendezvous().sendOnly(), send);
    }

    @Test
    void viewsDoWhatTheChannelDoes() throws Exception {
        Channel<Integer> c = Channel.buffered(2);
        SendChannel<Integer> in = c.sendOnly();
        ReceiveChannel<Integer> out = c.receiveOnly();
        assertEquals(SendResult.SENT, in.trySend(1));
        assertEquals(SendResult.SENT, in.trySend(2, 1, TimeUnit.SECONDS));
        assertEquals(SendResult.FULL, in.trySend(3));
        assertEquals(2, out.length());
        assertEquals(2, out.capacity());
        assertEquals(1, out.poll());
        assertEquals(2, out.tryReceive(1, TimeUnit.SECONDS).get());
        Select select = Select.fair();
        select.send(in).offer(5);
        select.select();
        Select other = Select.fair();
        ReceiveCase<Integer> from = other.receive(out);
        assertSame(from, other.select());
        assertEquals(5, from.take());
        in.send(6);
        assertTrue(in.close() && in.isClosed() && !in.close());
        assertEquals(List.of(6), out.stream().collect(java.util.stream.Collectors.toList()));
        assertTrue(out.isDrained());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(Both.class)
    void viewsSuspendAndPassValues(Both how) throws Exception {
        Channel<Integer> c = Channel.rendezvous();
        List<Object> results =
                how.run(
                        List.of(
                                Bodies.sendRange(c.sendOnly(), 0, 1000),
                                Bodies.receive(c.receiveOnly(), 1000)));
        assertEquals(ChannelTest.range(0, 1000), results.get(1));
    }

    private static List<String> compile(String statement) {
        String source =
                "import dev.weft.channel.*; class Test { void test(Channel<Integer> both, SendChannel<Integer> sendOnly,"
                        + " ReceiveChannel<Integer> receiveOnly) throws Exception { "
                        + statement
                        + (statement.endsWith("}") ? "" : ";")
                        + " } }";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-implicit:none", "-d", System.getProperty("java.io.tmpdir"));
        JavaFileObject unit =
                new SimpleJavaFileObject(
                        URI.create("string:///Test.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreErrors) {
                        return source;
                    }
                };
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-Xlint:none", "-cp", System.getProperty("weft.runtime.classes")));
        // Only analyses: nothing is written.
        com.sun.source.util.JavacTask task =
                (com.sun.source.util.JavacTask)
                        compiler.getTask(
                                new StringWriter(), null, found, arguments, null, List.of(unit));
        try {
            task.analyze();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<String> errors = new ArrayList<>();
        found.getDiagnostics().stream()
                .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .forEach(d -> errors.add(d.getMessage(java.util.Locale.ENGLISH)));
        return errors;
    }
}
