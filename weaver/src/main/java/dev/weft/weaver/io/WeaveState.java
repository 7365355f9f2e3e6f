package dev.weft.weaver.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered between two builds of a folder that is woven in place.
 *
 * <p>Weaving a class depends on others: a call becomes suspendable when the callee is annotated. So
 * it is not enough to weave the classes that were compiled again. Kept are therefore: a key
 * (options, weaver, class path), the hash of each class file as it was left, and the class files as
 * the compiler wrote them. When key and hashes are all the same nothing is done; otherwise
 * everything is woven from the compiler's files. The index is deleted first and written last, so
 * that after a crash the kept files are not trusted.
 */
final class WeaveState {
    private final Path folder;
    private final Path index;
    private String key = "";
    private final Map<String, String> hashes = new TreeMap<>();

    WeaveState(Path folder) throws IOException {
        this.folder = folder;
        this.index = folder.resolve("index.txt");
        if (Files.isRegularFile(index)) {
            load(Files.readAllLines(index, StandardCharsets.UTF_8));
        }
    }

    private void load(List<String> lines) {
        key = lines.isEmpty() ? "" : lines.get(0);
        for (int i = 1; i < lines.size(); i++) {
            int space = lines.get(i).indexOf(' ');
            if (space > 0) {
                hashes.put(lines.get(i).substring(space + 1), lines.get(i).substring(0, space));
            }
        }
    }

    /** Whether the folder is as it was left, and would be woven in the same way. */
    boolean upToDate(String newKey, Map<String, byte[]> files) {
        if (!key.equals(newKey) || !hashes.keySet().equals(files.keySet())) {
            return false;
        }
        return files.entrySet().stream().allMatch(e -> asLeft(e.getKey(), e.getValue()));
    }

    /** What the compiler wrote: the kept file when {@code bytes} are what was left here. */
    byte[] original(String path, byte[] bytes) {
        byte[] kept = asLeft(path, bytes) ? Bytes.readIfPresent(originalFile(path)) : null;
        return kept == null ? bytes : kept;
    }

    private boolean asLeft(String path, byte[] bytes) {
        return Bytes.hash(bytes).equals(hashes.get(path));
    }

    void begin() throws IOException {
        Files.deleteIfExists(index);
    }

    /** Keeps the compiler's file when weaving changes it. */
    void keep(String path, byte[] original, byte[] woven) throws IOException {
        if (original == woven) {
            Files.deleteIfExists(originalFile(path));
        } else {
            Bytes.write(originalFile(path), original);
        }
    }

    void end(String newKey, Map<String, byte[]> left) throws IOException {
        for (String path : hashes.keySet()) {
            if (!left.containsKey(path)) {
                Files.deleteIfExists(originalFile(path));
            }
        }
        StringBuilder text = new StringBuilder(newKey).append('\n');
        left.forEach(
                (path, bytes) ->
                        text.append(Bytes.hash(bytes)).append(' ').append(path).append('\n'));
        Bytes.write(index, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Path originalFile(String path) {
        return folder.resolve("unwoven").resolve(path);
    }
}
