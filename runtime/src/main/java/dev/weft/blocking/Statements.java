package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Stand-ins for JDBC: statements and their results. See {@link Databases}. */
public final class Statements {
    private Statements() {}

    /** {@link Statement#execute(String)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            companion = JdbcCompanions.StatementExecute.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static boolean execute(Statement it, String sql) throws Exception {
        return it instanceof JdbcCompanions.StatementExecute
                ? inStatementExecute((JdbcCompanions.StatementExecute) it, sql)
                : Blocking.call(() -> it.execute(sql));
    }

    @Suspendable
    private static boolean inStatementExecute(JdbcCompanions.StatementExecute it, String sql)
            throws SQLException {
        return ((Statement) it).execute(sql);
    }

    /** Leaf: called in the woven class. */
    static boolean inStatementExecute(JdbcCompanions.StatementExecute it, String sql, Stack stack)
            throws SQLException {
        return it.execute(sql, stack);
    }

    /** {@link Statement#executeQuery(String)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            companion = JdbcCompanions.StatementExecuteQuery.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static ResultSet executeQuery(Statement it, String sql) throws Exception {
        return it instanceof JdbcCompanions.StatementExecuteQuery
                ? inStatementExecuteQuery((JdbcCompanions.StatementExecuteQuery) it, sql)
                : Blocking.call(() -> it.executeQuery(sql));
    }

    @Suspendable
    private static ResultSet inStatementExecuteQuery(
            JdbcCompanions.StatementExecuteQuery it, String sql) throws SQLException {
        return ((Statement) it).executeQuery(sql);
    }

    /** Leaf: called in the woven class. */
    static ResultSet inStatementExecuteQuery(
            JdbcCompanions.StatementExecuteQuery it, String sql, Stack stack) throws SQLException {
        return it.executeQuery(sql, stack);
    }

    /** {@link Statement#executeUpdate(String)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            companion = JdbcCompanions.StatementExecuteUpdate.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static int executeUpdate(Statement it, String sql) throws Exception {
        return it instanceof JdbcCompanions.StatementExecuteUpdate
                ? inStatementExecuteUpdate((JdbcCompanions.StatementExecuteUpdate) it, sql)
                : Blocking.call(() -> it.executeUpdate(sql));
    }

    @Suspendable
    private static int inStatementExecuteUpdate(
            JdbcCompanions.StatementExecuteUpdate it, String sql) throws SQLException {
        return ((Statement) it).executeUpdate(sql);
    }

    /** Leaf: called in the woven class. */
    static int inStatementExecuteUpdate(
            JdbcCompanions.StatementExecuteUpdate it, String sql, Stack stack) throws SQLException {
        return it.executeUpdate(sql, stack);
    }

    /** {@link Statement#executeBatch()}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            companion = JdbcCompanions.StatementExecuteBatch.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static int[] executeBatch(Statement it) throws Exception {
        return it instanceof JdbcCompanions.StatementExecuteBatch
                ? inStatementExecuteBatch((JdbcCompanions.StatementExecuteBatch) it)
                : Blocking.call(() -> it.executeBatch());
    }

    @Suspendable
    private static int[] inStatementExecuteBatch(JdbcCompanions.StatementExecuteBatch it)
            throws SQLException {
        return ((Statement) it).executeBatch();
    }

    /** Leaf: called in the woven class. */
    static int[] inStatementExecuteBatch(JdbcCompanions.StatementExecuteBatch it, Stack stack)
            throws SQLException {
        return it.executeBatch(stack);
    }

    /** {@link PreparedStatement#execute()}. */
    @Suspendable
    @StandIn(
            value = PreparedStatement.class,
            companion = JdbcCompanions.PreparedStatementExecute.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static boolean execute(PreparedStatement it) throws Exception {
        return it instanceof JdbcCompanions.PreparedStatementExecute
                ? inPreparedStatementExecute((JdbcCompanions.PreparedStatementExecute) it)
                : Blocking.call(() -> it.execute());
    }

    @Suspendable
    private static boolean inPreparedStatementExecute(JdbcCompanions.PreparedStatementExecute it)
            throws SQLException {
        return ((PreparedStatement) it).execute();
    }

    /** Leaf: called in the woven class. */
    static boolean inPreparedStatementExecute(
            JdbcCompanions.PreparedStatementExecute it, Stack stack) throws SQLException {
        return it.execute(stack);
    }

    /** {@link PreparedStatement#executeQuery()}. */
    @Suspendable
    @StandIn(
            value = PreparedStatement.class,
            companion = JdbcCompanions.PreparedStatementExecuteQuery.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static ResultSet executeQuery(PreparedStatement it) throws Exception {
        return it instanceof JdbcCompanions.PreparedStatementExecuteQuery
                ? inPreparedStatementExecuteQuery((JdbcCompanions.PreparedStatementExecuteQuery) it)
                : Blocking.call(() -> it.executeQuery());
    }

    @Suspendable
    private static ResultSet inPreparedStatementExecuteQuery(
            JdbcCompanions.PreparedStatementExecuteQuery it) throws SQLException {
        return ((PreparedStatement) it).executeQuery();
    }

    /** Leaf: called in the woven class. */
    static ResultSet inPreparedStatementExecuteQuery(
            JdbcCompanions.PreparedStatementExecuteQuery it, Stack stack) throws SQLException {
        return it.executeQuery(stack);
    }

    /** {@link PreparedStatement#executeUpdate()}. */
    @Suspendable
    @StandIn(
            value = PreparedStatement.class,
            companion = JdbcCompanions.PreparedStatementExecuteUpdate.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static int executeUpdate(PreparedStatement it) throws Exception {
        return it instanceof JdbcCompanions.PreparedStatementExecuteUpdate
                ? inPreparedStatementExecuteUpdate(
                        (JdbcCompanions.PreparedStatementExecuteUpdate) it)
                : Blocking.call(() -> it.executeUpdate());
    }

    @Suspendable
    private static int inPreparedStatementExecuteUpdate(
            JdbcCompanions.PreparedStatementExecuteUpdate it) throws SQLException {
        return ((PreparedStatement) it).executeUpdate();
    }

    /** Leaf: called in the woven class. */
    static int inPreparedStatementExecuteUpdate(
            JdbcCompanions.PreparedStatementExecuteUpdate it, Stack stack) throws SQLException {
        return it.executeUpdate(stack);
    }

    /** {@link ResultSet#next()}. */
    @Suspendable
    @StandIn(
            value = ResultSet.class,
            companion = JdbcCompanions.ResultSetNext.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static boolean next(ResultSet it) throws Exception {
        return it instanceof JdbcCompanions.ResultSetNext
                ? inResultSetNext((JdbcCompanions.ResultSetNext) it)
                : Blocking.call(() -> it.next());
    }

    @Suspendable
    private static boolean inResultSetNext(JdbcCompanions.ResultSetNext it) throws SQLException {
        return ((ResultSet) it).next();
    }

    /** Leaf: called in the woven class. */
    static boolean inResultSetNext(JdbcCompanions.ResultSetNext it, Stack stack)
            throws SQLException {
        return it.next(stack);
    }

    /** {@link Statement#close()}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static void close(Statement it) throws Exception {
        if (it instanceof Companions.OfAutoCloseable) {
            Functions.close(it);
        } else {
            Blocking.call(() -> done(() -> it.close()));
        }
    }

    /** {@link ResultSet#close()}. */
    @Suspendable
    @StandIn(value = ResultSet.class, mode = StandIn.Mode.HANDS_OFF)
    public static void close(ResultSet it) throws Exception {
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
