package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Stand-ins for JDBC: connections. See {@link Databases}. */
public final class Connections {
    private Connections() {}

    /** {@link Connection#commit()}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            companion = JdbcCompanions.ConnectionCommit.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static void commit(Connection it) throws Exception {
        if (it instanceof JdbcCompanions.ConnectionCommit) {
            inConnectionCommit((JdbcCompanions.ConnectionCommit) it);
        } else {
            Blocking.call(() -> done(() -> it.commit()));
        }
    }

    @Suspendable
    private static void inConnectionCommit(JdbcCompanions.ConnectionCommit it) throws SQLException {
        ((Connection) it).commit();
    }

    /** Leaf: called in the woven class. */
    static void inConnectionCommit(JdbcCompanions.ConnectionCommit it, Stack stack)
            throws SQLException {
        it.commit(stack);
    }

    /** {@link Connection#rollback()}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            companion = JdbcCompanions.ConnectionRollback.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static void rollback(Connection it) throws Exception {
        if (it instanceof JdbcCompanions.ConnectionRollback) {
            inConnectionRollback((JdbcCompanions.ConnectionRollback) it);
        } else {
            Blocking.call(() -> done(() -> it.rollback()));
        }
    }

    @Suspendable
    private static void inConnectionRollback(JdbcCompanions.ConnectionRollback it)
            throws SQLException {
        ((Connection) it).rollback();
    }

    /** Leaf: called in the woven class. */
    static void inConnectionRollback(JdbcCompanions.ConnectionRollback it, Stack stack)
            throws SQLException {
        it.rollback(stack);
    }

    /** {@link Connection#setAutoCommit(boolean)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            companion = JdbcCompanions.ConnectionSetAutoCommit.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static void setAutoCommit(Connection it, boolean on) throws Exception {
        if (it instanceof JdbcCompanions.ConnectionSetAutoCommit) {
            inConnectionSetAutoCommit((JdbcCompanions.ConnectionSetAutoCommit) it, on);
        } else {
            Blocking.call(() -> done(() -> it.setAutoCommit(on)));
        }
    }

    @Suspendable
    private static void inConnectionSetAutoCommit(
            JdbcCompanions.ConnectionSetAutoCommit it, boolean on) throws SQLException {
        ((Connection) it).setAutoCommit(on);
    }

    /** Leaf: called in the woven class. */
    static void inConnectionSetAutoCommit(
            JdbcCompanions.ConnectionSetAutoCommit it, boolean on, Stack stack)
            throws SQLException {
        it.setAutoCommit(on, stack);
    }

    /** {@link Connection#isValid(int)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            companion = JdbcCompanions.ConnectionIsValid.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static boolean isValid(Connection it, int seconds) throws Exception {
        return it instanceof JdbcCompanions.ConnectionIsValid
                ? inConnectionIsValid((JdbcCompanions.ConnectionIsValid) it, seconds)
                : Blocking.call(() -> it.isValid(seconds));
    }

    @Suspendable
    private static boolean inConnectionIsValid(JdbcCompanions.ConnectionIsValid it, int seconds)
            throws SQLException {
        return ((Connection) it).isValid(seconds);
    }

    /** Leaf: called in the woven class. */
    static boolean inConnectionIsValid(
            JdbcCompanions.ConnectionIsValid it, int seconds, Stack stack) throws SQLException {
        return it.isValid(seconds, stack);
    }

    /** {@link Connection#createStatement()}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            companion = JdbcCompanions.ConnectionCreateStatement.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static Statement createStatement(Connection it) throws Exception {
        return it instanceof JdbcCompanions.ConnectionCreateStatement
                ? inConnectionCreateStatement((JdbcCompanions.ConnectionCreateStatement) it)
                : Blocking.call(() -> it.createStatement());
    }

    @Suspendable
    private static Statement inConnectionCreateStatement(
            JdbcCompanions.ConnectionCreateStatement it) throws SQLException {
        return ((Connection) it).createStatement();
    }

    /** Leaf: called in the woven class. */
    static Statement inConnectionCreateStatement(
            JdbcCompanions.ConnectionCreateStatement it, Stack stack) throws SQLException {
        return it.createStatement(stack);
    }

    /** {@link Connection#prepareStatement(String)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            companion = JdbcCompanions.ConnectionPrepareStatement.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static PreparedStatement prepareStatement(Connection it, String sql) throws Exception {
        return it instanceof JdbcCompanions.ConnectionPrepareStatement
                ? inConnectionPrepareStatement((JdbcCompanions.ConnectionPrepareStatement) it, sql)
                : Blocking.call(() -> it.prepareStatement(sql));
    }

    @Suspendable
    private static PreparedStatement inConnectionPrepareStatement(
            JdbcCompanions.ConnectionPrepareStatement it, String sql) throws SQLException {
        return ((Connection) it).prepareStatement(sql);
    }

    /** Leaf: called in the woven class. */
    static PreparedStatement inConnectionPrepareStatement(
            JdbcCompanions.ConnectionPrepareStatement it, String sql, Stack stack)
            throws SQLException {
        return it.prepareStatement(sql, stack);
    }

    /** {@link Connection#prepareStatement(String, int)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            companion = JdbcCompanions.ConnectionPrepareStatementWith.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static PreparedStatement prepareStatement(Connection it, String sql, int keys)
            throws Exception {
        return it instanceof JdbcCompanions.ConnectionPrepareStatementWith
                ? inConnectionPrepareStatementWith(
                        (JdbcCompanions.ConnectionPrepareStatementWith) it, sql, keys)
                : Blocking.call(() -> it.prepareStatement(sql, keys));
    }

    @Suspendable
    private static PreparedStatement inConnectionPrepareStatementWith(
            JdbcCompanions.ConnectionPrepareStatementWith it, String sql, int keys)
            throws SQLException {
        return ((Connection) it).prepareStatement(sql, keys);
    }

    /** Leaf: called in the woven class. */
    static PreparedStatement inConnectionPrepareStatementWith(
            JdbcCompanions.ConnectionPrepareStatementWith it, String sql, int keys, Stack stack)
            throws SQLException {
        return it.prepareStatement(sql, keys, stack);
    }

    /** {@link Connection#close()}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static void close(Connection it) throws Exception {
        if (it instanceof Companions.OfAutoCloseable) {
            Functions.close(it);
        } else {
            Blocking.call(() -> done(() -> it.close()));
        }
    }

    /** Makes a call without a result. */
    private static Void done(Action action) throws Exception {
        action.run();
        return null;
    }

    /** Not suspendable: a stand-in inside must not suspend. */
    private interface Action {
        void run() throws Exception;
    }
}
