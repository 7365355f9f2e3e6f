package dev.weft.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios in Kotlin, compiled by its compiler, in every mode. */
@Timeout(300)
class KotlinTest {
    @TempDir Path classes;

    @TestFactory
    Stream<DynamicContainer> compiledByKotlin() throws Exception {
        Assumptions.assumeTrue(
                Runtime.version().feature() < 25,
                "Kotlin 2.1's compiler does not know the JDK's version");
        return new LanguageTests("Kotlin", compile()).all("kotlin.**");
    }

    private Classes compile() throws IOException, ReflectiveOperationException, URISyntaxException {
        String[] options = {
            "-no-stdlib",
            "-no-reflect",
            "-nowarn",
            "-jvm-target",
            "11",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            Path.of(KotlinTest.class.getResource("/scenarios/kotlin").toURI()).toString()
        };
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        Class<?> compiler = Class.forName("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler");
        Object status =
                compiler.getMethod("exec", PrintStream.class, String[].class)
                        .invoke(
                                compiler.getConstructor().newInstance(),
                                new PrintStream(messages, true, StandardCharsets.UTF_8),
                                options);
        if (!status.toString().equals("OK")) {
            throw new AssertionError(messages.toString(StandardCharsets.UTF_8));
        }
        return Classes.in(classes);
    }
}
