package dev.weft.examples.unmodified;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;

/** Follows a file with the system's {@code tail -f} and puts each line into a queue. */
public final class Tail {
    private final Process process;

    /**
     * Starts the process.
     *
     * @param file the file to follow, from its first line
     * @throws IOException when there is no such program
     */
    public Tail(String file) throws IOException {
        process = new ProcessBuilder("tail", "-n", "+1", "-f", file).start();
    }

    /**
     * Copies lines until the process ends.
     *
     * @param lines gets them
     * @return the process's exit status
     * @throws IOException when the pipe breaks
     * @throws InterruptedException when interrupted
     */
    public int follow(BlockingQueue<String> lines) throws IOException, InterruptedException {
        try (BufferedReader pipe =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = pipe.readLine();
            while (line != null) {
                lines.put(line);
                line = pipe.readLine();
            }
        }
        return process.waitFor();
    }

    /** Ends the process. */
    public void stop() {
        process.destroy();
    }
}
