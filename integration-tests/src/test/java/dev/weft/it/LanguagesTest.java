package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios in Scala and Groovy, compiled by their compilers, in every mode. */
@Timeout(300)
class LanguagesTest {
    @TempDir Path classes;

    @TestFactory
    Stream<DynamicContainer> compiledByGroovy() throws IOException, URISyntaxException {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetDirectory(classes.toFile());
        configuration.setTargetBytecode(CompilerConfiguration.JDK11);
        CompilationUnit unit = new CompilationUnit(configuration);
        unit.addSource(source("groovy/Groovy.groovy").toFile());
        unit.compile();
        return new LanguageTests("Groovy", Classes.in(classes))
                .all("org.codehaus.groovy.runtime.DefaultGroovyMethods");
    }

    @TestFactory
    Stream<DynamicContainer> compiledByScala()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        String[] options = {
            "-nowarn",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            source("scala/Scala.scala").toString()
        };
        PrintStream out = System.out;
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        System.setOut(new PrintStream(messages, true, StandardCharsets.UTF_8));
        Object compiled;
        try {
            compiled =
                    Class.forName("scala.tools.nsc.Main")
                            .getMethod("process", String[].class)
                            .invoke(null, (Object) options);
        } finally {
            System.setOut(out);
        }
        assertEquals(true, compiled, () -> messages.toString(StandardCharsets.UTF_8));
        return new LanguageTests("Scala", Classes.in(classes)).all("scala.**");
    }

    private static Path source(String name) throws URISyntaxException {
        return Path.of(LanguagesTest.class.getResource("/scenarios/" + name).toURI());
    }
}
