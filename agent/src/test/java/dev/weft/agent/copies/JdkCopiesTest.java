package dev.weft.agent.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.WeaveResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens where the client can't be copied. */
class JdkCopiesTest {
    private static final class Listening implements Agent {
        final List<String> said = new ArrayList<>();

        @Override
        public ClassSource classes(ClassLoader loader) {
            return Listening::read;
        }

        private static byte[] read(String internalName) {
            String file = internalName + ".class";
            try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void woven(String internalName, WeaveResult result) {}

        @Override
        public void say(String message) {
            said.add(message);
        }
    }

    /** A loader that sees no runtime: nothing of the copy is used, and that is said. */
    @Test
    void thereAreNoneAndTheReasonIsSaid() {
        Listening agent = new Listening();
        JdkCopies.install(null, agent, false);
        assertNull(JdkCopies.urlConnections(ClassLoader.getPlatformClassLoader()));
        assertEquals(1, agent.said.size(), () -> agent.said.toString());
        String said = agent.said.get(0);
        assertTrue(said.contains("could not be copied"), said);
        assertTrue(said.contains("dev.weft.blocking.CopyRows, which is not there"), said);
        assertTrue(said.contains("java.net.http.HttpClient"), said);
    }
}
