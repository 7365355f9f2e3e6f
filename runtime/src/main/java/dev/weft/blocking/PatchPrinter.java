package dev.weft.blocking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the patch table as docs/patches.md. */
public final class PatchPrinter {
    private static final String HEAD =
            String.join(
                    "\n",
                    "# The patch table",
                    "",
                    "Printed from the stand-ins by `dev.weft.blocking.PatchPrinter`; a test fails when this page and the table",
                    "differ. What woven code does in place of calling these methods of the JDK, and of their subtypes:",
                    "",
                    "- **calls**: the function or object given is called with the stack, so that it can suspend.",
                    "- **parks**: the fiber waits; no thread is used.",
                    "- **polls**: the runtime's own sockets, streams and connections wait without a thread (`UrlConnections`",
                    "  and `UrlHeaders`: HTTP and HTTPS under the agent); with others it is a hand-off.",
                    "- **callback**: as parks, where the object can call back (`CompletableFuture`, processes, the HTTP client);",
                    "  other futures take a thread.",
                    "- **hand-off**: what can be done at once is done; else the thread blocks and the other fibers go on.",
                    "- **binds**: as hand-off; what is taken belongs to the thread, so the fiber stays there until it is given",
                    "  back.",
                    "- **parks, else hand-off**, **parks, else binds**: the first when woven code made the lock, queue, pool,",
                    "  synchronizer … or the thread is a fiber's; the second when it comes from code that is not woven.",
                    "- **replaced**: nothing waits; a new object is one of the runtime's own class, an answer is the fiber's;",
                    "  also in constructors, static initialisers and other methods of woven classes that can't suspend.",
                    "- **(threads)**, **(monitors)**: only in classes that this option names.",
                    "- **(owners)**: only in classes that extend `AbstractOwnableSynchronizer`.",
                    "- **left alone**: the call is the JDK's and blocks the thread.",
                    "",
                    "The note is the stand-in's class in `dev.weft.blocking`, or the reason.",
                    "Design: [blocking](design/blocking.md).",
                    "");

    private PatchPrinter() {}

    /**
     * Prints to a file or to standard output.
     *
     * @param args the file; none for standard output
     * @throws IOException when the file can't be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length > 1) {
            throw new IllegalArgumentException("give one file, or none for standard output");
        }
        if (args.length == 0) {
            System.out.print(text());
        } else {
            Files.writeString(Path.of(args[0]), text());
        }
    }

    /**
     * The page.
     *
     * @return Markdown, with a line break at the end
     */
    public static String text() {
        Map<String, String> types =
                PatchTable.rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PatchRow::type,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                PatchPrinter::line, Collectors.joining())));
        StringBuilder page = new StringBuilder(HEAD);
        types.forEach(
                (type, lines) ->
                        page.append("\n## ")
                                .append(type)
                                .append("\n| method | mode | note |\n|---|---|---|\n")
                                .append(lines));
        return page.toString();
    }

    private static String line(PatchRow row) {
        return "| `"
                + row.method()
                + "("
                + row.parameters()
                + ")` | "
                + row.mode()
                + " | "
                + row.note()
                + " |\n";
    }
}
