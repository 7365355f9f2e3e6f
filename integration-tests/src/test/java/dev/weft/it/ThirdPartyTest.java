package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A slice of thirdparty.sh: programs with jars as they are in Maven Central, made concurrent by the
 * agent's patterns alone. Threads are counted as the operating system counts them.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ThirdPartyTest {
    private static final int CONNECTIONS = 500;

    /**
     * Half of them. Usual are some 60: carriers, those that connect in a constructor, the JVM's
     * own; more while the first ones load classes and so block.
     */
    private static final int FEW = CONNECTIONS / 2;

    private static final Pattern THREADS = Pattern.compile("(\\d+) threads");

    @TempDir private static Path classes;

    @BeforeAll
    static void compile() {
        List<String> arguments =
                new ArrayList<>(
                        List.of("--release", "11", "-proc:none", "-d", classes.toString(), "-cp"));
        arguments.add(System.getProperty("java.class.path"));
        for (String program : List.of("Starter", "Queries", "Http")) {
            arguments.add(Path.of("thirdparty", "src", "app", program + ".java").toString());
        }
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(new String[0]));
        assertEquals(0, failed);
    }

    @Test
    void queriesOfAWovenDriverNeedNoThreads() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:t;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ALIAS SLEEP FOR \"java.lang.Thread.sleep(long)\"");
            Process client =
                    start("app.Queries", url, "sa", "", "CALL SLEEP(100)", "" + CONNECTIONS);
            BufferedReader printed = reader(client);
            for (int round = 1; round <= 3; round++) {
                String line = String.valueOf(printed.readLine());
                String expected = "round " + round + ": " + CONNECTIONS + " queries of 100 ms in ";
                assertTrue(line.startsWith(expected), line);
                if (round == 3) { // before, fibers that load classes, which are woven, keep theirs
                    assertFewThreads(line);
                }
            }
            assertNull(printed.readLine());
            assertEquals(0, client.waitFor());
        } finally {
            server.stop();
        }
    }

    @Test
    void connectionsOfAServerNeedNoThreads() throws Exception {
        int port = freePort();
        Process server = start("app.Http", "" + port);
        List<Socket> open = new ArrayList<>();
        try {
            BufferedReader printed = reader(server);
            assertEquals("ready", printed.readLine());
            for (int i = 0; i < CONNECTIONS; i++) {
                open.add(new Socket("localhost", port));
            }
            for (int round = 0; round < 2; round++) {
                for (Socket socket : open) {
                    assertEquals("hello from /" + round, get(socket, "/" + round));
                }
            }
            server.getOutputStream().write('\n');
            server.getOutputStream().flush();
            assertFewThreads(printed.readLine());
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
            server.destroyForcibly();
        }
    }

    private static void assertFewThreads(String line) {
        Matcher threads = THREADS.matcher(line);
        assertTrue(threads.find(), line);
        assertTrue(Integer.parseInt(threads.group(1)) < FEW, line);
    }

    private static String get(Socket socket, String path) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertTrue(next >= 0, () -> "the server closed after " + head);
            head.append((char) next);
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        assertTrue(length.find(), head::toString);
        byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
        return new String(body, StandardCharsets.US_ASCII);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process start(String... program) throws IOException {
        String path =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(
                                p ->
                                        p.contains("weft-runtime")
                                                || p.contains("runtime" + File.separator + "target")
                                                || p.contains("h2")
                                                || p.contains("nanohttpd"))
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-Dweft.idle.millis=100", // what is counted are threads in use
                                "-javaagent:"
                                        + System.getProperty("weft.agent")
                                        + "=threads=app.**:org.h2.**:fi.iki.elonen.**",
                                "-cp",
                                classes + File.pathSeparator + path));
        command.addAll(List.of(program));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
