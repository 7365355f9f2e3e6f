package dev.weft.examples;

import java.io.IOException;

/** Program 10: a process of the operating system for each event; for a short text only. */
public final class ProcessPerEvent {
    private static final String CLASSIFY =
            "case \"$1\" in [aeiouAEIOU]) exit 10;; [a-zA-Z]) exit 11;; *) exit 12;; esac";

    private ProcessPerEvent() {}

    /**
     * Counts.
     *
     * @param text the events
     * @return the counts
     * @throws IOException when no process can be started
     * @throws InterruptedException when interrupted while a process runs
     */
    public static String run(String text) throws IOException, InterruptedException {
        long[] counts = new long[3];
        for (int i = 0; i < text.length(); i++) {
            String event = text.substring(i, i + 1);
            Process process = new ProcessBuilder("sh", "-c", CLASSIFY, "classify", event).start();
            int kind = process.waitFor() - 10;
            if (kind < 0 || kind > 2) {
                throw new IOException("the classifying process failed: status " + (kind + 10));
            }
            counts[kind]++;
        }
        return EventText.report(counts);
    }
}
