package dev.weft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaverOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class AgentOptionsTest {
    @ParameterizedTest
    @NullAndEmptySource
    void nothingGivenMeansDefaults(String text) {
        AgentOptions options = AgentOptions.parse(text);
        assertFalse(options.verbose() || options.strict() || options.weaver().build().chaos());
        assertNull(options.report());
        assertNull(options.dump());
    }

    @Test
    void theHttpClientIsCopiedUnlessTheOptionSaysNo() {
        assertTrue(AgentOptions.parse("").copiesHttp());
        assertTrue(AgentOptions.parse("http-copy").copiesHttp());
        assertFalse(AgentOptions.parse("http-copy=false").copiesHttp());
        assertThrows(OptionException.class, () -> AgentOptions.parse("http-copy=no"));
    }

    @Test
    void everyOptionIsRead() {
        AgentOptions options =
                AgentOptions.parse(
                        "suspendable=com.acme.**:org.Main,exclude=a.*,chaos=true,verbose,strict=false,report=r.tsv,dump=d");
        WeaverOptions weaver = options.weaver().build();
        assertEquals(List.of("com.acme.**", "org.Main"), weaver.suspendable());
        assertEquals(List.of("a.*"), weaver.exclude());
        assertTrue(weaver.chaos() && options.verbose());
        assertFalse(options.strict());
        assertEquals(Path.of("r.tsv"), options.report());
        assertEquals(Path.of("d"), options.dump());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fast|unknown agent option \"fast\"",
                "verbose,|unknown agent option \"\"",
                "verbose,verbose|given twice",
                "chaos=yes|true or false, not \"yes\"",
                "report|report needs a value",
                "suspendable=|suspendable needs a value",
                "suspendable=com.acme.|bad pattern \"com.acme.\"",
                "suspendable=com/acme|bad pattern \"com/acme\"",
                "threads=com..acme|threads has a bad pattern \"com..acme\"",
                "patch=!|patch has a bad pattern \"!\"",
                "exclude=a::b|bad pattern \"\"",
                "Verbose|unknown agent option \"Verbose\"",
            })
    void wrongOptionsAreNamed(String text, String message) {
        OptionException e = assertThrows(OptionException.class, () -> AgentOptions.parse(text));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
