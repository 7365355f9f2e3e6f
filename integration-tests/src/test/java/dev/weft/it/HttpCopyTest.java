package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The copy of the JDK's HTTP client that the agent makes, beside the original: the same unmodified
 * program, in threads and in fibers, prints the same answers, exceptions and requests as the server
 * saw them. {@code -Dweft.http.requests} is the number of random programs.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HttpCopyTest {
    private static final String PROGRAM = "dev.weft.examples.http.client.HttpPrograms";
    private static final String FIBERS = "dev.weft.examples.http.fibers.FiberRequests";
    private static final String WOVEN = "=threads=dev.weft.examples.http.client.**";
    private static final String JDKS = "sun.net.www.protocol.http.HttpURLConnection";
    private static final String SECRET = "secret";
    private static final List<String> SETTINGS =
            List.of(
                    "-Dhttp.keepAlive=false",
                    "-Dhttp.agent=someone",
                    "-Dhttp.maxRedirects=3",
                    "-Dhttp.auth.serializeRequests=true",
                    "-Dhttp.auth.digest.reEnabledAlgorithms=MD5",
                    "-Dsun.net.http.allowRestrictedHeaders=true",
                    "-Dsun.net.http.errorstream.enableBuffering=true",
                    "-Djdk.http.auth.tunneling.disabledSchemes=",
                    "-ea");

    @TempDir static Path folder;

    @BeforeAll
    static void certificate() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "test", "-keyalg", "EC"));
        command.addAll(List.of("-dname", "CN=localhost", "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", SECRET, "-keystore", keys()));
        Forked.run(command);
    }

    @Test
    void printsWhatTheOriginalPrints() throws Exception {
        compare(List.of(), WOVEN);
    }

    /** Other settings, and a suspension at each call of the client's. */
    @Test
    void printsTheSameWithOtherSettingsAndForcedSuspensions() throws Exception {
        compare(SETTINGS, WOVEN + ",chaos");
    }

    @Test
    void isNotMadeWhenTheOptionSaysSo() throws Exception {
        List<String> printed = requests(List.of(agent(WOVEN + ",http-copy=false")), "0", "get");
        assertEquals(JDKS, printed.get(printed.size() - 1));
    }

    @Test
    void fibersWaitForAnswersWithoutThreads() throws Exception {
        String weaving = "=suspendable=dev.weft.examples.http.fibers.**";
        List<String> printed = lines(program(List.of(agent(weaving)), FIBERS, "300"));
        assertEquals(
                List.of(
                        "lines 500",
                        "interrupted Closed by interrupt",
                        "cancelled FiberCancelledException",
                        "disconnected Socket closed",
                        "300 at once 300 answers, few threads"),
                printed);
    }

    private static void compare(List<String> settings, String options) throws Exception {
        String count = System.getProperty("weft.http.requests", "100");
        List<String> expected = requests(settings, count);
        List<String> weaving = new ArrayList<>(settings);
        weaving.add(agent(options));
        List<String> copied = requests(weaving, count);
        int last = expected.size() - 1;
        assertTrue(last > 300, () -> String.join("\n", expected));
        assertEquals(JDKS, expected.get(last));
        assertEquals("dev.weft.jdk." + JDKS, copied.get(copied.size() - 1));
        assertEquals(
                String.join("\n", expected.subList(0, last)),
                String.join("\n", copied.subList(0, copied.size() - 1)));
    }

    private static List<String> requests(List<String> jvm, String... arguments) throws Exception {
        List<String> command = program(jvm, PROGRAM, keys(), SECRET);
        command.addAll(Arrays.asList(arguments));
        return lines(command);
    }

    private static List<String> program(List<String> jvm, String main, String... arguments) {
        Path compiled = Path.of(System.getProperty("weft.examples.compiled"));
        List<String> command = Forked.command(jvm, List.of(compiled), main);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Without what the JVM, the client's log and the runtime's reports say on the error stream. */
    private static List<String> lines(List<String> command) throws Exception {
        return Forked.run(command)
                .lines()
                .filter(line -> !line.matches("(weft: | {4}mark a |INFO: |WARNING: ).*"))
                .filter(line -> !line.matches("\\w+ \\d+, \\d{4}.*DigestAuthentication log"))
                .map(HttpCopyTest::ofLaterJdks)
                .collect(Collectors.toList());
    }

    /**
     * The JDK's sockets before 13 are other code, and say some things otherwise. All say "is" when
     * they are closed between two calls of the client's, and not in one.
     */
    private static String ofLaterJdks(String line) {
        return line.replace(" (Connection refused)", "")
                .replace("Socket is closed", "Socket closed")
                .replace("connect timed out", "Connect timed out")
                .replace(
                        "java.io.IOException: Stream closed.",
                        "java.net.SocketException: Socket closed");
    }

    private static String agent(String options) {
        return "-javaagent:" + Forked.agent() + options;
    }

    private static String keys() {
        return folder.resolve("keys.p12").toString();
    }
}
