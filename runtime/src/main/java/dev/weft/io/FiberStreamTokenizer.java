package dev.weft.io;

import static dev.weft.io.CharacterTypes.BLANK;
import static dev.weft.io.CharacterTypes.COMMENT;
import static dev.weft.io.CharacterTypes.DIGIT;
import static dev.weft.io.CharacterTypes.LETTER;
import static dev.weft.io.CharacterTypes.QUOTE;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Locale;
import java.util.Objects;

/**
 * A {@link java.io.StreamTokenizer} whose reads suspend where those of the reader beneath it do.
 * Written anew, because the JDK's keeps a token that has begun in local variables and could not be
 * left there.
 *
 * <p>Not thread-safe, as the JDK's is not.
 */
public class FiberStreamTokenizer extends TokenSyntax {
    private static final int NOTHING = -4;

    /** Instead of a character: none has been read ahead. */
    private static final int NONE = Integer.MAX_VALUE;

    /** The same, and a line feed belongs to the line that has ended. */
    private static final int NONE_NOR_FEED = NONE - 1;

    /** Instead of a character: a comment has ended. */
    private static final int AGAIN = NONE - 2;

    /** One of these is null. */
    private final Reader reader;

    private final InputStream in;
    private int ahead = NONE;
    private boolean pushedBack;
    private int line = 1;

    /**
     * As {@link java.io.StreamTokenizer#StreamTokenizer(Reader)}.
     *
     * @param in the reader beneath; not null
     */
    public FiberStreamTokenizer(Reader in) {
        super(in);
        reader = in;
        this.in = null;
    }

    /**
     * As {@link java.io.StreamTokenizer#StreamTokenizer(InputStream)}.
     *
     * @param in the stream beneath; not null
     */
    public FiberStreamTokenizer(InputStream in) {
        super(in);
        reader = null;
        this.in = in;
    }

    @Suspendable
    private int read() throws IOException {
        return reader != null ? reader.read() : in.read();
    }

    @Override
    @Suspendable
    public int nextToken() throws IOException {
        if (pushedBack) {
            pushedBack = false;
            return ttype;
        }
        int token = AGAIN;
        while (token == AGAIN) {
            sval = null;
            int c = first();
            token = c < 0 ? TT_EOF : begin(c);
        }
        ttype = token;
        return token;
    }

    /** The character that a token begins with, or a blank before it. */
    @Suspendable
    private int first() throws IOException {
        int c = ahead;
        if (c == NONE_NOR_FEED) {
            c = read();
            if (c < 0) {
                return c;
            }
            c = c == '\n' ? NONE : c;
        }
        return c == NONE || c < 0 ? read() : c;
    }

    @Suspendable
    private int begin(int first) throws IOException {
        ttype = first;
        ahead = NONE;
        int c = first;
        while (is(c, BLANK)) {
            if (c < 0) {
                return TT_EOF;
            }
            boolean end = c == '\r' || c == '\n';
            line += end ? 1 : 0;
            if (end && ends) {
                ahead = c == '\r' ? NONE_NOR_FEED : NONE;
                return TT_EOL;
            }
            int next = read();
            c = c == '\r' && next == '\n' ? read() : next;
        }
        return token(c);
    }

    @Suspendable
    private int token(int c) throws IOException {
        if (is(c, DIGIT)) {
            return number(c);
        } else if (is(c, LETTER)) {
            return word(c);
        } else if (is(c, QUOTE)) {
            return quoted(c);
        } else if (c == '/' && (starComments || slashComments)) {
            return slash();
        } else if (is(c, COMMENT)) {
            return restOfLine();
        }
        return c;
    }

    @Suspendable
    private int number(int first) throws IOException {
        int c = first;
        if (first == '-') {
            c = read();
            if (c != '.' && !isDigit(c, '9')) {
                ahead = c;
                return '-';
            }
        }
        double all = 0;
        double scale = 1;
        boolean point = false;
        for (; isDigit(c, '9') || c == '.' && !point; c = read()) {
            if (c == '.') {
                point = true;
            } else {
                all = all * 10 + (c - '0');
                scale = point ? scale * 10 : scale;
            }
        }
        ahead = c;
        nval = first == '-' ? -(all / scale) : all / scale;
        return TT_NUMBER;
    }

    private static boolean isDigit(int c, char last) {
        return c >= '0' && c <= last;
    }

    @Suspendable
    private int word(int first) throws IOException {
        StringBuilder word = new StringBuilder();
        int c = first;
        do {
            word.append((char) c);
            c = read();
        } while (is(c, LETTER | DIGIT));
        ahead = c;
        sval = lower ? word.toString().toLowerCase(Locale.getDefault()) : word.toString();
        return TT_WORD;
    }

    @Suspendable
    private int quoted(int quote) throws IOException {
        ttype = quote;
        StringBuilder text = new StringBuilder();
        int c = read();
        while (c >= 0 && c != quote && c != '\n' && c != '\r') {
            if (c != '\\') {
                text.append((char) c);
                c = read();
                continue;
            }
            c = read();
            if (isDigit(c, '7')) {
                c = octal(c, text);
            } else {
                text.append((char) escaped(c));
                c = read();
            }
        }
        ahead = c == quote ? NONE : c;
        sval = text.toString();
        return quote;
    }

    /** Up to three digits; the character behind them. */
    @Suspendable
    private int octal(int first, StringBuilder text) throws IOException {
        int value = first - '0';
        int c = read();
        for (int left = first <= '3' ? 2 : 1; left > 0 && isDigit(c, '7'); left--) {
            value = value * 8 + c - '0';
            c = read();
        }
        text.append((char) value);
        return c;
    }

    private static int escaped(int c) {
        int at = "abfnrtv".indexOf(c);
        return at < 0 ? c : "\u0007\b\f\n\r\t\u000b".charAt(at);
    }

    @Suspendable
    private int slash() throws IOException {
        int c = read();
        if (c == '*' && starComments) {
            return comment();
        }
        if (c == '/' && slashComments || is('/', COMMENT)) {
            return restOfLine();
        }
        ahead = c;
        return '/';
    }

    @Suspendable
    private int restOfLine() throws IOException {
        int c = read();
        while (c != '\n' && c != '\r' && c >= 0) {
            c = read();
        }
        ahead = c;
        return AGAIN;
    }

    /** Up to a star and a slash. */
    @Suspendable
    private int comment() throws IOException {
        int before = 0;
        int c = read();
        while (c != '/' || before != '*') {
            if (c == '\r' || c == '\n') {
                line++;
                int next = read();
                c = c == '\r' && next == '\n' ? read() : next;
            }
            if (c < 0) {
                return TT_EOF;
            }
            before = c;
            c = read();
        }
        return AGAIN;
    }

    @Override
    public void pushBack() {
        pushedBack |= ttype != NOTHING;
    }

    @Override
    public int lineno() {
        return line;
    }

    @Override
    public String toString() {
        return "Token[" + describe() + "], line " + line;
    }

    private String describe() {
        switch (ttype) {
            case TT_EOF:
                return "EOF";
            case TT_EOL:
                return "EOL";
            case TT_WORD:
                return sval;
            case TT_NUMBER:
                return "n=" + nval;
            case NOTHING:
                return "NOTHING";
            default:
                boolean quoted = is(ttype, QUOTE);
                return quoted ? Objects.toString(sval) : "'" + (char) ttype + "'";
        }
    }
}
