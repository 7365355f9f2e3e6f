package dev.weft.it.fuzz;

/**
 * The types of generated programs: how to write one, its leaf, and a neutral value for shrinking.
 */
enum Type {
    INT("int", "i", "0"),
    LONG("long", "l", "0L"),
    FLOAT("float", "f", "0f"),
    DOUBLE("double", "d", "0.0"),
    BOOLEAN("boolean", "z", "false"),
    BYTE("byte", "b", "(byte) 0"),
    SHORT("short", "s", "(short) 0"),
    CHAR("char", "c", "'a'"),
    STRING("String", "str", "\"\""),
    OBJECT("Object", "o", "null"),
    BOXED("Integer", "o", "((Integer) 0)"),
    INTS("int[]", "ints", "new int[2]"),
    LONGS("long[]", "o", "new long[2]"),
    DOUBLES("double[]", "o", "new double[2]"),
    BYTES("byte[]", "o", "new byte[2]"),
    STRINGS("String[]", "o", "new String[2]"),
    BOX("Box<String>", "o", "new Box<String>(\"\")"),
    SELF("P", "o", "new P()"),
    OP("Op", "o", "(x, y) -> x"),
    MAP("Fn<String>", "o", "(x, y) -> x");

    final String text;
    final String leaf;
    final String neutral;

    Type(String text, String leaf, String neutral) {
        this.text = text;
        this.leaf = leaf;
        this.neutral = neutral;
    }

    boolean numeric() {
        return this != BOOLEAN && ordinal() <= CHAR.ordinal();
    }

    boolean primitive() {
        return ordinal() <= CHAR.ordinal();
    }

    /** Whether string concatenation shows the same text in every run. */
    boolean printable() {
        return ordinal() <= BOXED.ordinal();
    }

    /** The type of an array's elements; null for what is no array. */
    Type element() {
        switch (this) {
            case INTS:
                return INT;
            case LONGS:
                return LONG;
            case DOUBLES:
                return DOUBLE;
            case BYTES:
                return BYTE;
            case STRINGS:
                return STRING;
            default:
                return null;
        }
    }
}
