package dev.weft.weaver.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Class name patterns: {@code *} within a name, {@code **} across names. */
final class Patterns {
    private final List<Pattern> patterns = new ArrayList<>();

    Patterns(List<String> texts) {
        for (String text : texts) {
            patterns.add(compile(text));
        }
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    boolean matches(String internalName) {
        for (Pattern p : patterns) {
            if (p.matcher(internalName).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern compile(String text) {
        StringBuilder regex = new StringBuilder();
        String path = text.trim().replace('.', '/');
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '*' && i + 1 < path.length() && path.charAt(i + 1) == '*') {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
