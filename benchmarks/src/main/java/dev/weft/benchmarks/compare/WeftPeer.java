package dev.weft.benchmarks.compare;

import dev.weft.SuspendableCallable;
import dev.weft.benchmarks.programs.Calls;
import dev.weft.benchmarks.programs.FiberPrograms;
import dev.weft.benchmarks.programs.GeneratorPrograms;
import dev.weft.benchmarks.programs.Parked;
import dev.weft.benchmarks.programs.Schedulers;
import dev.weft.benchmarks.programs.WakePrograms;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.fiber.Weft;
import dev.weft.generator.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Weft side of the comparison: {@code default|single WORKLOAD SIZE REPETITIONS [DEPTH]}, under
 * the agent.
 */
public final class WeftPeer {
    private static final int BUFFER = 100;

    private final String mode;
    private final int size;
    private GeneratorPrograms.Tree tree;

    private WeftPeer(String mode, int size) {
        this.mode = mode;
        this.size = size;
    }

    /**
     * Runs one workload and prints its samples.
     *
     * @param args see above
     * @throws IOException when the process's memory can't be read
     */
    public static void main(String[] args) throws IOException {
        Woven.require(FiberPrograms.class);
        WeftPeer peer = new WeftPeer(args[0], Integer.parseInt(args[2]));
        for (int i = 0; i < Integer.parseInt(args[3]); i++) {
            String sample = peer.sample(args[1], args.length > 4 ? Integer.parseInt(args[4]) : 0);
            System.out.println(sample);
        }
    }

    private String sample(String workload, int depth) throws IOException {
        switch (workload) {
            case "parked":
                return line(run(() -> Parked.bytes(size, depth, false)), size);
            case "live":
                return line(run(() -> Parked.bytes(size, depth, true)), size);
            case "wake":
                if (mode.equals("single")) {
                    return "unsupported";
                }
                break;
            case "fib":
                return fib();
            case "treewalk":
                tree = tree == null ? GeneratorPrograms.Tree.build(0, size - 1) : tree;
                break;
            default:
        }
        long start = System.nanoTime();
        long result = result(workload);
        return line(System.nanoTime() - start, result);
    }

    private long result(String workload) {
        switch (workload) {
            case "gophers":
                return run(() -> FiberPrograms.gophers(size));
            case "ring":
                return run(() -> FiberPrograms.ring(size));
            case "pingpong":
                return run(() -> FiberPrograms.pingPong(size));
            case "buffered":
                return run(() -> FiberPrograms.buffered(size, BUFFER));
            case "skynet":
                return run(() -> FiberPrograms.skynet(size));
            case "spawn":
                return run(() -> FiberPrograms.spawn(size));
            case "yield":
                return run(() -> WakePrograms.yieldInTurn(size));
            case "park":
                return run(() -> WakePrograms.parkAndUnpark(size / 2));
            case "wake":
                return run(() -> WakePrograms.wakeAcross(size));
            case "forkjoin":
                return run(() -> WakePrograms.fibonacci(size));
            case "generator":
                return sum(GeneratorPrograms.counting());
            case "treewalk":
                return sum(GeneratorPrograms.values(tree));
            default:
                throw new IllegalArgumentException("no workload '" + workload + "'");
        }
    }

    private long run(SuspendableCallable<Long> body) {
        return Weft.run(Schedulers.named(mode), body);
    }

    private long sum(Generator<Integer> values) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values.next();
        }
        return sum;
    }

    private String fib() throws IOException {
        long start = System.nanoTime();
        long result = run(() -> (long) Calls.suspendableFib(size));
        long middle = System.nanoTime();
        long plain = Calls.plainFib(size);
        long end = System.nanoTime();
        if (plain != result) {
            throw new IllegalStateException("fib gives " + result + " and " + plain);
        }
        return line(middle - start, result) + " " + (end - middle);
    }

    private static String line(long quantity, long result) throws IOException {
        return "sample " + quantity + " " + result + " " + peakKb();
    }

    private static long peakKb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(-1);
    }
}
