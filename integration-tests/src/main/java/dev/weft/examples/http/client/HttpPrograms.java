package dev.weft.examples.http.client;

import dev.weft.examples.http.server.ScriptedServer;
import dev.weft.examples.http.server.Sockets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;

/**
 * Makes requests of all kinds, each scenario in a thread of its own, and prints what came of them
 * and what the server was asked. Arguments: a key store with a certificate for "localhost", its
 * password, how many random requests, and if wished the name of the only scenario.
 */
public final class HttpPrograms {
    private final Site site;

    private HttpPrograms(Site site) {
        this.site = site;
    }

    public static void main(String[] arguments) throws Exception {
        SSLContext context = Sockets.context(Path.of(arguments[0]), arguments[1]);
        try (ScriptedServer plain = new ScriptedServer(Sockets.listening());
                ScriptedServer secure = new ScriptedServer(Sockets.listening(context))) {
            Site site = new Site(plain, secure, context);
            HttpPrograms programs = new HttpPrograms(site);
            String only = arguments.length > 3 ? arguments[3] : "";
            for (Map.Entry<String, Scenario> entry : scenarios().entrySet()) {
                if (only.isEmpty() || entry.getKey().equals(only)) {
                    programs.run(entry.getKey(), entry.getValue());
                }
            }
            programs.runRandom(Integer.parseInt(arguments[2]));
            System.out.println(site.open("/").getClass().getName());
        }
    }

    private static Map<String, Scenario> scenarios() {
        Map<String, Scenario> all = new TreeMap<>(Requests.all());
        all.putAll(Failures.all());
        all.putAll(Ways.all());
        return all;
    }

    private void run(String name, Scenario scenario) throws Exception {
        System.out.println(name + " -> " + outcome(scenario));
        for (ScriptedServer server : new ScriptedServer[] {site.plain, site.secure}) {
            for (String line : server.takeLog()) {
                System.out.println("    " + masked(line));
            }
        }
    }

    /** A request that a client gives up may come late: what was asked is sorted by run. */
    private void runRandom(int count) throws Exception {
        for (int seed = 0; seed < count; seed++) {
            int chosen = seed;
            System.out.println(seed + " -> " + outcome(s -> RandomRequests.run(s, chosen)));
        }
        List<String> log = new ArrayList<>();
        site.plain.takeLog().forEach(line -> log.add(masked(line.replaceAll("^c\\d+ ", ""))));
        Collections.sort(log);
        log.forEach(System.out::println);
    }

    private String outcome(Scenario scenario) throws Exception {
        FutureTask<String> outcome = new FutureTask<>(() -> Outcome.of(() -> scenario.run(site)));
        new Thread(outcome).start();
        return masked(outcome.get());
    }

    /** Without what differs from run to run. */
    private String masked(String text) {
        return text.replace(":" + site.plain.port(), ":PORT")
                .replace(":" + site.secure.port(), ":SECURE")
                .replaceAll("(cnonce|response)=\"[^\"]*\"", "$1=*")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
