package dev.weft.it.fuzz;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a failing program small: removes statements and replaces expressions by neutral values, as
 * long as it still fails. Works on the markers that the generator leaves in the source, from the
 * largest part to the smallest, until nothing more can go.
 */
final class Shrinker {
    private static final Pattern OPEN = Pattern.compile("/\\*(\\{|\\((\\w+))\\*/");
    private static final String STATEMENT_END = "/*}*/";
    private static final String EXPRESSION_END = "/*)*/";

    private final Predicate<String> fails;
    private int budget;

    /**
     * Makes a shrinker.
     *
     * @param fails whether a source compiles and still fails
     * @param budget how many candidates to try at most
     */
    Shrinker(Predicate<String> fails, int budget) {
        this.fails = fails;
        this.budget = budget;
    }

    /** The smallest failing source found, without markers. */
    String shrink(String source) {
        String smallest = source;
        String before;
        do {
            before = smallest;
            smallest = pass(smallest);
        } while (!before.equals(smallest) && budget > 0);
        return withoutMarkers(smallest);
    }

    static String withoutMarkers(String source) {
        return source.replaceAll("/\\*[^/]*?\\*/", "").replaceAll("(?m)^\\s*\\n", "");
    }

    private String pass(String source) {
        String current = source;
        int from = 0;
        Matcher open = OPEN.matcher(current);
        while (budget > 0 && open.find(from)) {
            from = open.end();
            int end = end(current, open);
            String replacement = open.group(2) == null ? "" : Type.valueOf(open.group(2)).neutral;
            String part = current.substring(open.start(), end);
            if (withoutMarkers(part).equals(replacement)) {
                continue;
            }
            String candidate =
                    current.substring(0, open.start()) + replacement + current.substring(end);
            budget--;
            if (fails.test(candidate)) {
                current = candidate;
                from = open.start();
                open = OPEN.matcher(current);
            }
        }
        return current;
    }

    private static int end(String source, Matcher open) {
        String close = open.group(2) == null ? STATEMENT_END : EXPRESSION_END;
        String same = open.group(2) == null ? "/*{" : "/*(";
        int depth = 1;
        int at = open.end();
        while (depth > 0) {
            int nextOpen = source.indexOf(same, at);
            int nextClose = source.indexOf(close, at);
            if (nextOpen >= 0 && nextOpen < nextClose) {
                depth++;
                at = nextOpen + same.length();
            } else {
                depth--;
                at = nextClose + close.length();
            }
        }
        return at;
    }
}
