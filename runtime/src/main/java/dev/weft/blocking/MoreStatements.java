package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.io.InputStream;
import java.io.Reader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;

/** Stand-ins for JDBC: rarer forms of what {@link Statements} has. */
public final class MoreStatements {
    private MoreStatements() {}

    /** {@link Statement#execute(String, int)}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean execute(Statement it, String sql, int keys) throws Exception {
        return Blocking.call(() -> it.execute(sql, keys));
    }

    /** {@link Statement#execute(String, int[])}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean execute(Statement it, String sql, int[] columns) throws Exception {
        return Blocking.call(() -> it.execute(sql, columns));
    }

    /** {@link Statement#execute(String, String[])}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean execute(Statement it, String sql, String[] columns) throws Exception {
        return Blocking.call(() -> it.execute(sql, columns));
    }

    /** {@link Statement#executeUpdate(String, int)}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static int executeUpdate(Statement it, String sql, int keys) throws Exception {
        return Blocking.call(() -> it.executeUpdate(sql, keys));
    }

    /** {@link Statement#executeUpdate(String, int[])}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static int executeUpdate(Statement it, String sql, int[] columns) throws Exception {
        return Blocking.call(() -> it.executeUpdate(sql, columns));
    }

    /** {@link Statement#executeUpdate(String, String[])}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static int executeUpdate(Statement it, String sql, String[] columns) throws Exception {
        return Blocking.call(() -> it.executeUpdate(sql, columns));
    }

    /** {@link Statement#executeLargeUpdate(String, int)}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static long executeLargeUpdate(Statement it, String sql, int keys) throws Exception {
        return Blocking.call(() -> it.executeLargeUpdate(sql, keys));
    }

    /** {@link Statement#executeLargeUpdate(String, int[])}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static long executeLargeUpdate(Statement it, String sql, int[] columns)
            throws Exception {
        return Blocking.call(() -> it.executeLargeUpdate(sql, columns));
    }

    /** {@link Statement#executeLargeUpdate(String, String[])}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static long executeLargeUpdate(Statement it, String sql, String[] columns)
            throws Exception {
        return Blocking.call(() -> it.executeLargeUpdate(sql, columns));
    }

    /** {@link Statement#executeLargeUpdate(String)}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static long executeLargeUpdate(Statement it, String sql) throws Exception {
        return Blocking.call(() -> it.executeLargeUpdate(sql));
    }

    /** {@link Statement#executeLargeBatch()}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static long[] executeLargeBatch(Statement it) throws Exception {
        return Blocking.call(() -> it.executeLargeBatch());
    }

    /** {@link Statement#cancel()}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static void cancel(Statement it) throws Exception {
        Blocking.call(
                () -> {
                    it.cancel();
                    return null;
                });
    }

    /** {@link Statement#getMoreResults()}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean getMoreResults(Statement it) throws Exception {
        return Blocking.call(() -> it.getMoreResults());
    }

    /** {@link Statement#getMoreResults(int)}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean getMoreResults(Statement it, int what) throws Exception {
        return Blocking.call(() -> it.getMoreResults(what));
    }

    /** {@link PreparedStatement#executeLargeUpdate()}. */
    @Suspendable
    @StandIn(value = PreparedStatement.class, mode = StandIn.Mode.HANDS_OFF)
    public static long executeLargeUpdate(PreparedStatement it) throws Exception {
        return Blocking.call(() -> it.executeLargeUpdate());
    }

    /** {@link ResultSet#getBinaryStream(int)}. */
    @Suspendable
    @StandIn(value = ResultSet.class, mode = StandIn.Mode.HANDS_OFF)
    public static InputStream getBinaryStream(ResultSet it, int column) throws Exception {
        return Blocking.call(() -> it.getBinaryStream(column));
    }

    /** {@link ResultSet#getBinaryStream(String)}. */
    @Suspendable
    @StandIn(value = ResultSet.class, mode = StandIn.Mode.HANDS_OFF)
    public static InputStream getBinaryStream(ResultSet it, String column) throws Exception {
        return Blocking.call(() -> it.getBinaryStream(column));
    }

    /** {@link ResultSet#getCharacterStream(int)}. */
    @Suspendable
    @StandIn(value = ResultSet.class, mode = StandIn.Mode.HANDS_OFF)
    public static Reader getCharacterStream(ResultSet it, int column) throws Exception {
        return Blocking.call(() -> it.getCharacterStream(column));
    }

    /** {@link ResultSet#getCharacterStream(String)}. */
    @Suspendable
    @StandIn(value = ResultSet.class, mode = StandIn.Mode.HANDS_OFF)
    public static Reader getCharacterStream(ResultSet it, String column) throws Exception {
        return Blocking.call(() -> it.getCharacterStream(column));
    }
}
