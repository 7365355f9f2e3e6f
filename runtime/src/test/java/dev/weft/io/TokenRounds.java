package dev.weft.io;

import static dev.weft.io.WrapperTest.outcome;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.StreamTokenizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rounds of {@link FilterTest} with tokenizers, and random tables of characters. */
final class TokenRounds {
    private static final String[] PIECES = {
        "word",
        "Ünder",
        "-",
        "-1.5",
        "3.25.1",
        ".",
        "7",
        "-.5",
        "'text'",
        "\"a\\n\\7\\377\\477z\"",
        "\"open",
        "'\\",
        "/",
        "//c",
        "/*c*/",
        "/**\n*\r\n/*/",
        "\n",
        "\r",
        "\r\n",
        " ",
        "\t",
        "#",
        "λ",
        "a/b",
        "1e5",
        "--",
        "\\a\\v",
        "\"\\18\"",
        "12345678901234567890.12345678901234567890"
    };

    private TokenRounds() {}

    @Suspendable
    static List<String> tokens(Wrappers w, Random random) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            text.append(random.nextBoolean() ? " " : "");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Trickle source = new Trickle(bytes, random.nextLong(), 0);
        StreamTokenizer in =
                random.nextBoolean()
                        ? w.tokenizer(source)
                        : w.tokenizer(w.reader(source, StandardCharsets.UTF_8));
        List<String> log = new ArrayList<>();
        log.add(in.toString());
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(random.nextInt(4) == 0 ? 16 : 4);
            int usual = " a.-/'#9".charAt(random.nextInt(8));
            int c = random.nextInt(6) == 0 ? random.nextInt(400) - 50 : usual;
            log.add(what + " " + outcome(() -> call(in, what, c)) + " " + in + " " + in.lineno());
        }
        return log;
    }

    @Suspendable
    private static Object call(StreamTokenizer in, int what, int c) throws IOException {
        if (what < 5) {
            return in.nextToken() + " " + in.sval + " " + in.nval + " " + in.ttype;
        } else if (what < 9) {
            mode(in, what, c % 2 == 0);
        } else {
            table(in, what, c);
        }
        return "";
    }

    private static void mode(StreamTokenizer in, int what, boolean on) {
        if (what == 5) {
            in.eolIsSignificant(on);
        } else if (what == 6) {
            in.slashSlashComments(on);
        } else if (what == 7) {
            in.slashStarComments(on);
        } else {
            in.lowerCaseMode(on);
        }
    }

    private static void table(StreamTokenizer in, int what, int c) {
        switch (what) {
            case 9:
                in.wordChars(c, c + 3);
                break;
            case 10:
                in.whitespaceChars(c, c + 1);
                break;
            case 11:
                in.ordinaryChars(c, c + 2);
                break;
            case 12:
                in.ordinaryChar(c);
                break;
            case 13:
                in.commentChar(c);
                break;
            case 14:
                in.quoteChar(c);
                break;
            default:
                if (c == '9') {
                    in.resetSyntax();
                } else if (c == '#') {
                    in.parseNumbers();
                } else {
                    in.pushBack();
                }
        }
    }
}
