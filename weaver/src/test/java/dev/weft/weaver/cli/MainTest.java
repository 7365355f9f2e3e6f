package dev.weft.weaver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.golden.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MainTest {
    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "'', 'needs <in> and <out>, got 0'",
        "'--fast a b', 'unknown option --fast'",
        "'-cp', '-cp needs a value'",
        "'-cp /no/such/thing a b', 'class path entry /no/such/thing does not exist'",
        "'--exclude a,,b x y', '--exclude has an empty pattern'",
        "'--threads com/acme x y', 'threads has a bad pattern \"com/acme\"'",
        "'--patch a.*,!b..c x y', 'patch has a bad pattern \"!b..c\"'",
        "'/no/such/folder out', '/no/such/folder does not exist'",
    })
    void wrongArgumentsAreNamed(String arguments, String message) {
        assertEquals(Main.USAGE, run(arguments.isEmpty() ? new String[0] : arguments.split(" ")));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(message), err::toString);
    }

    @Test
    void aFolderOntoAJarAndAFolderIntoItselfAreRefused() throws IOException {
        Path jar = Files.writeString(folder.resolve("x.jar"), "");
        assertEquals(Main.USAGE, run(folder.toString(), jar.toString()));
        assertEquals(Main.USAGE, run(folder.toString(), folder.resolve("inner").toString()));
    }

    @Test
    void helpExplains() {
        assertEquals(Main.DONE, run("--help"));
        assertEquals(Arguments.USAGE, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void weavesAFolderAndReports() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path report = folder.resolve("report.tsv");
        Files.writeString(in.resolve("a.txt"), "a");
        assertEquals(
                Main.DONE,
                run(
                        "--report",
                        report.toString(),
                        in.toString(),
                        folder.resolve("out").toString()));
        assertEquals("a", Files.readString(folder.resolve("out/a.txt")));
        assertTrue(Files.exists(report));
        assertTrue(
                out.toString(StandardCharsets.UTF_8).contains("0 of 0 classes woven"),
                out::toString);
    }

    @Test
    void aBadClassAndABadJarHaveTheirOwnExitStatus() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("Bad.class"), "bad");
        assertEquals(Main.NOT_WOVEN, run(in.toString(), folder.resolve("out").toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("Bad.class"), err::toString);
        Path jar = Files.writeString(folder.resolve("x.jar"), "no jar");
        assertEquals(Main.INPUT_OUTPUT, run(jar.toString(), folder.resolve("y.jar").toString()));
    }

    @Test
    void withoutTheRuntimeOnTheClassPathNothingIsWritten() throws IOException {
        Map<String, byte[]> classes =
                Sources.compile(
                        folder.resolve("compiled"),
                        Map.of(
                                "a/A.java",
                                "package a; class A { void m() throws Exception {"
                                        + " Thread.sleep(1); } }"));
        Path in = Files.createDirectories(folder.resolve("in"));
        Path out = folder.resolve("woven");
        Files.createDirectories(in.resolve("a"));
        Files.write(in.resolve("a/A.class"), classes.get("a/A"));
        String[] weave = {"--suspendable", "a.*", in.toString(), out.toString()};
        assertEquals(Main.NOT_WOVEN, run(weave));
        assertTrue(
                err.toString(StandardCharsets.UTF_8)
                        .contains(
                                "a/A.class: has methods to weave, but the class path has no Weft"
                                        + " runtime; add the dependency dev.weft:weft-runtime"),
                err::toString);
        assertFalse(Files.exists(out));
        Files.createDirectories(in.resolve("dev/weft"));
        Files.write(in.resolve("dev/weft/Suspendable.class"), classes.get("dev/weft/Suspendable"));
        assertEquals(Main.DONE, run(weave));
        assertTrue(Files.exists(out.resolve("a/A.class")));
    }

    private int run(String... args) {
        Main main =
                new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return main.run(args);
    }
}
