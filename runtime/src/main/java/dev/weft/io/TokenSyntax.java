package dev.weft.io;

import static dev.weft.io.CharacterTypes.BLANK;
import static dev.weft.io.CharacterTypes.COMMENT;
import static dev.weft.io.CharacterTypes.DIGIT;
import static dev.weft.io.CharacterTypes.LETTER;
import static dev.weft.io.CharacterTypes.QUOTE;

import java.io.InputStream;
import java.io.Reader;
import java.io.StreamTokenizer;

/**
 * What a {@link FiberStreamTokenizer} has been told about characters. All methods that tell it are
 * overridden, since the JDK's class shows its table to nobody.
 */
abstract class TokenSyntax extends StreamTokenizer {
    /** Whether the ends of lines are tokens. */
    boolean ends;

    /** Whether words are made lower case. */
    boolean lower;

    boolean starComments;
    boolean slashComments;

    /** Without an initialiser: the constructor above fills it. */
    private CharacterTypes types;

    TokenSyntax(Reader in) {
        super(in);
    }

    @SuppressWarnings("deprecation")
    TokenSyntax(InputStream in) {
        super(in);
    }

    private CharacterTypes types() {
        if (types == null) {
            types = new CharacterTypes();
        }
        return types;
    }

    final boolean is(int c, int type) {
        return (types.of(c) & type) != 0;
    }

    @Override
    public void resetSyntax() {
        types().set(0, Integer.MAX_VALUE, 0);
    }

    @Override
    public void wordChars(int low, int high) {
        types().add(low, high, LETTER);
    }

    @Override
    public void whitespaceChars(int low, int high) {
        types().set(low, high, BLANK);
    }

    @Override
    public void ordinaryChars(int low, int high) {
        types().set(low, high, 0);
    }

    @Override
    public void ordinaryChar(int c) {
        types().set(c, c, 0);
    }

    @Override
    public void commentChar(int c) {
        types().set(c, c, COMMENT);
    }

    @Override
    public void quoteChar(int c) {
        types().set(c, c, QUOTE);
    }

    @Override
    public void parseNumbers() {
        types().add('0', '9', DIGIT);
        types().add('-', '.', DIGIT);
    }

    @Override
    public void eolIsSignificant(boolean on) {
        ends = on;
    }

    @Override
    public void slashStarComments(boolean on) {
        starComments = on;
    }

    @Override
    public void slashSlashComments(boolean on) {
        slashComments = on;
    }

    @Override
    public void lowerCaseMode(boolean on) {
        lower = on;
    }
}
