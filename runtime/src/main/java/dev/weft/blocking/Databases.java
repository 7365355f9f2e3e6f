package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Companions;
import dev.weft.woven.SqlCompanions;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Stand-ins for JDBC. A woven driver is called with the stack, and suspends where it reads its
 * socket; with others a thread waits for the database, and the other fibers go on.
 */
public final class Databases {
    private Databases() {}

    /** {@link DriverManager#getConnection(String)}. */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Connection getConnection(String url) throws Exception {
        if (anyWoven()) {
            return connect(url, new Properties());
        }
        return Blocking.call(() -> DriverManager.getConnection(url));
    }

    /** {@link DriverManager#getConnection(String, Properties)}. */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Connection getConnection(String url, Properties info) throws Exception {
        if (anyWoven()) {
            return connect(url, info);
        }
        return Blocking.call(() -> DriverManager.getConnection(url, info));
    }

    /** {@link DriverManager#getConnection(String, String, String)}. */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Connection getConnection(String url, String user, String password)
            throws Exception {
        if (!anyWoven()) {
            return Blocking.call(() -> DriverManager.getConnection(url, user, password));
        }
        Properties info = new Properties();
        if (user != null) {
            info.put("user", user);
        }
        if (password != null) {
            info.put("password", password);
        }
        return connect(url, info);
    }

    private static boolean anyWoven() {
        return DriverManager.drivers()
                .anyMatch(d -> d instanceof SqlCompanions.OfDriverConnectTextProperties);
    }

    /** Asks one driver after the other, as the driver manager does. */
    @Suspendable
    private static Connection connect(String url, Properties info) throws Exception {
        if (url == null) {
            throw new SQLException("The url cannot be null", "08001");
        }
        SQLException reason = null;
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            try {
                Connection connection = dial(driver, url, info);
                if (connection != null) {
                    return connection;
                }
            } catch (SQLException e) {
                reason = reason == null ? e : reason;
            }
        }
        throw reason != null
                ? reason
                : new SQLException("No suitable driver found for " + url, "08001");
    }

    /** By a leaf: inside its chapter a stand-in is not called. */
    @Suspendable
    private static Connection dial(Driver driver, String url, Properties info) throws Exception {
        return connect(driver, url, info, Stack.PINNED);
    }

    /** The woven form. */
    @SuppressWarnings("unused") // called by the woven form of connect
    private static Connection dial(Driver driver, String url, Properties info, Stack stack)
            throws Exception {
        return connect(driver, url, info, stack);
    }

    /** {@link Connection#commit()}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfConnectionCommit.class)
    public static void commit(Connection it) throws Exception {
        commit(it, Stack.PINNED);
    }

    /** The woven form. */
    public static void commit(Connection it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfConnectionCommit) {
            ((SqlCompanions.OfConnectionCommit) it).commit(stack);
            return;
        }
        Blocking.call(
                () -> {
                    it.commit();
                    return null;
                },
                stack);
    }

    /** {@link Connection#rollback()}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfConnectionRollback.class)
    public static void rollback(Connection it) throws Exception {
        rollback(it, Stack.PINNED);
    }

    /** The woven form. */
    public static void rollback(Connection it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfConnectionRollback) {
            ((SqlCompanions.OfConnectionRollback) it).rollback(stack);
            return;
        }
        Blocking.call(
                () -> {
                    it.rollback();
                    return null;
                },
                stack);
    }

    /** {@link Connection#isValid(int)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfConnectionIsValidInt.class)
    public static boolean isValid(Connection it, int seconds) throws Exception {
        return isValid(it, seconds, Stack.PINNED);
    }

    /** The woven form. */
    public static boolean isValid(Connection it, int seconds, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfConnectionIsValidInt) {
            return ((SqlCompanions.OfConnectionIsValidInt) it).isValid(seconds, stack);
        }
        return Blocking.callLong(() -> it.isValid(seconds) ? 1 : 0, stack) != 0;
    }

    /** {@link Connection#setAutoCommit(boolean)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfConnectionSetAutoCommitBoolean.class)
    public static void setAutoCommit(Connection it, boolean on) throws Exception {
        setAutoCommit(it, on, Stack.PINNED);
    }

    /** The woven form. */
    public static void setAutoCommit(Connection it, boolean on, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfConnectionSetAutoCommitBoolean) {
            ((SqlCompanions.OfConnectionSetAutoCommitBoolean) it).setAutoCommit(on, stack);
            return;
        }
        Blocking.call(
                () -> {
                    it.setAutoCommit(on);
                    return null;
                },
                stack);
    }

    /** {@link Connection#prepareStatement(String)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfConnectionPrepareStatementText.class)
    public static PreparedStatement prepareStatement(Connection it, String sql) throws Exception {
        return prepareStatement(it, sql, Stack.PINNED);
    }

    /** The woven form. */
    public static PreparedStatement prepareStatement(Connection it, String sql, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfConnectionPrepareStatementText) {
            return ((SqlCompanions.OfConnectionPrepareStatementText) it).prepareStatement(sql, stack);
        }
        return Blocking.call(() -> it.prepareStatement(sql), stack);
    }

    /** {@link Connection#prepareStatement(String, int)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfConnectionPrepareStatementTextInt.class)
    public static PreparedStatement prepareStatement(Connection it, String sql, int keys) throws Exception {
        return prepareStatement(it, sql, keys, Stack.PINNED);
    }

    /** The woven form. */
    public static PreparedStatement prepareStatement(Connection it, String sql, int keys, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfConnectionPrepareStatementTextInt) {
            return ((SqlCompanions.OfConnectionPrepareStatementTextInt) it).prepareStatement(sql, keys, stack);
        }
        return Blocking.call(() -> it.prepareStatement(sql, keys), stack);
    }

    /** {@link Connection#prepareCall(String)}. */
    @Suspendable
    @StandIn(
            value = Connection.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfConnectionPrepareCallText.class)
    public static CallableStatement prepareCall(Connection it, String sql) throws Exception {
        return prepareCall(it, sql, Stack.PINNED);
    }

    /** The woven form. */
    public static CallableStatement prepareCall(Connection it, String sql, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfConnectionPrepareCallText) {
            return ((SqlCompanions.OfConnectionPrepareCallText) it).prepareCall(sql, stack);
        }
        return Blocking.call(() -> it.prepareCall(sql), stack);
    }

    /** {@link Statement#execute(String)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementExecuteText.class)
    public static boolean execute(Statement it, String sql) throws Exception {
        return execute(it, sql, Stack.PINNED);
    }

    /** The woven form. */
    public static boolean execute(Statement it, String sql, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementExecuteText) {
            return ((SqlCompanions.OfStatementExecuteText) it).execute(sql, stack);
        }
        return Blocking.callLong(() -> it.execute(sql) ? 1 : 0, stack) != 0;
    }

    /** {@link Statement#execute(String, int)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementExecuteTextInt.class)
    public static boolean execute(Statement it, String sql, int keys) throws Exception {
        return execute(it, sql, keys, Stack.PINNED);
    }

    /** The woven form. */
    public static boolean execute(Statement it, String sql, int keys, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementExecuteTextInt) {
            return ((SqlCompanions.OfStatementExecuteTextInt) it).execute(sql, keys, stack);
        }
        return Blocking.callLong(() -> it.execute(sql, keys) ? 1 : 0, stack) != 0;
    }

    /** {@link Statement#executeQuery(String)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementExecuteQueryText.class)
    public static ResultSet executeQuery(Statement it, String sql) throws Exception {
        return executeQuery(it, sql, Stack.PINNED);
    }

    /** The woven form. */
    public static ResultSet executeQuery(Statement it, String sql, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementExecuteQueryText) {
            return ((SqlCompanions.OfStatementExecuteQueryText) it).executeQuery(sql, stack);
        }
        return Blocking.call(() -> it.executeQuery(sql), stack);
    }

    /** {@link Statement#executeUpdate(String)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementExecuteUpdateText.class)
    public static int executeUpdate(Statement it, String sql) throws Exception {
        return executeUpdate(it, sql, Stack.PINNED);
    }

    /** The woven form. */
    public static int executeUpdate(Statement it, String sql, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementExecuteUpdateText) {
            return ((SqlCompanions.OfStatementExecuteUpdateText) it).executeUpdate(sql, stack);
        }
        return (int) Blocking.callLong(() -> it.executeUpdate(sql), stack);
    }

    /** {@link Statement#executeUpdate(String, int)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementExecuteUpdateTextInt.class)
    public static int executeUpdate(Statement it, String sql, int keys) throws Exception {
        return executeUpdate(it, sql, keys, Stack.PINNED);
    }

    /** The woven form. */
    public static int executeUpdate(Statement it, String sql, int keys, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementExecuteUpdateTextInt) {
            return ((SqlCompanions.OfStatementExecuteUpdateTextInt) it).executeUpdate(sql, keys, stack);
        }
        return (int) Blocking.callLong(() -> it.executeUpdate(sql, keys), stack);
    }

    /** {@link Statement#executeLargeUpdate(String)}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementExecuteLargeUpdateText.class)
    public static long executeLargeUpdate(Statement it, String sql) throws Exception {
        return executeLargeUpdate(it, sql, Stack.PINNED);
    }

    /** The woven form. */
    public static long executeLargeUpdate(Statement it, String sql, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementExecuteLargeUpdateText) {
            return ((SqlCompanions.OfStatementExecuteLargeUpdateText) it).executeLargeUpdate(sql, stack);
        }
        return Blocking.callLong(() -> it.executeLargeUpdate(sql), stack);
    }

    /** {@link Statement#executeBatch()}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementExecuteBatch.class)
    public static int[] executeBatch(Statement it) throws Exception {
        return executeBatch(it, Stack.PINNED);
    }

    /** The woven form. */
    public static int[] executeBatch(Statement it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementExecuteBatch) {
            return ((SqlCompanions.OfStatementExecuteBatch) it).executeBatch(stack);
        }
        return Blocking.call(() -> it.executeBatch(), stack);
    }

    /** {@link Statement#getMoreResults()}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementGetMoreResults.class)
    public static boolean getMoreResults(Statement it) throws Exception {
        return getMoreResults(it, Stack.PINNED);
    }

    /** The woven form. */
    public static boolean getMoreResults(Statement it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementGetMoreResults) {
            return ((SqlCompanions.OfStatementGetMoreResults) it).getMoreResults(stack);
        }
        return Blocking.callLong(() -> it.getMoreResults() ? 1 : 0, stack) != 0;
    }

    /** {@link Statement#cancel()}. */
    @Suspendable
    @StandIn(
            value = Statement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfStatementCancel.class)
    public static void cancel(Statement it) throws Exception {
        cancel(it, Stack.PINNED);
    }

    /** The woven form. */
    public static void cancel(Statement it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfStatementCancel) {
            ((SqlCompanions.OfStatementCancel) it).cancel(stack);
            return;
        }
        Blocking.call(
                () -> {
                    it.cancel();
                    return null;
                },
                stack);
    }

    /** {@link PreparedStatement#execute()}. */
    @Suspendable
    @StandIn(
            value = PreparedStatement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfPreparedStatementExecute.class)
    public static boolean execute(PreparedStatement it) throws Exception {
        return execute(it, Stack.PINNED);
    }

    /** The woven form. */
    public static boolean execute(PreparedStatement it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfPreparedStatementExecute) {
            return ((SqlCompanions.OfPreparedStatementExecute) it).execute(stack);
        }
        return Blocking.callLong(() -> it.execute() ? 1 : 0, stack) != 0;
    }

    /** {@link PreparedStatement#executeQuery()}. */
    @Suspendable
    @StandIn(
            value = PreparedStatement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfPreparedStatementExecuteQuery.class)
    public static ResultSet executeQuery(PreparedStatement it) throws Exception {
        return executeQuery(it, Stack.PINNED);
    }

    /** The woven form. */
    public static ResultSet executeQuery(PreparedStatement it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfPreparedStatementExecuteQuery) {
            return ((SqlCompanions.OfPreparedStatementExecuteQuery) it).executeQuery(stack);
        }
        return Blocking.call(() -> it.executeQuery(), stack);
    }

    /** {@link PreparedStatement#executeUpdate()}. */
    @Suspendable
    @StandIn(
            value = PreparedStatement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfPreparedStatementExecuteUpdate.class)
    public static int executeUpdate(PreparedStatement it) throws Exception {
        return executeUpdate(it, Stack.PINNED);
    }

    /** The woven form. */
    public static int executeUpdate(PreparedStatement it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfPreparedStatementExecuteUpdate) {
            return ((SqlCompanions.OfPreparedStatementExecuteUpdate) it).executeUpdate(stack);
        }
        return (int) Blocking.callLong(() -> it.executeUpdate(), stack);
    }

    /** {@link PreparedStatement#executeLargeUpdate()}. */
    @Suspendable
    @StandIn(
            value = PreparedStatement.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfPreparedStatementExecuteLargeUpdate.class)
    public static long executeLargeUpdate(PreparedStatement it) throws Exception {
        return executeLargeUpdate(it, Stack.PINNED);
    }

    /** The woven form. */
    public static long executeLargeUpdate(PreparedStatement it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfPreparedStatementExecuteLargeUpdate) {
            return ((SqlCompanions.OfPreparedStatementExecuteLargeUpdate) it).executeLargeUpdate(stack);
        }
        return Blocking.callLong(() -> it.executeLargeUpdate(), stack);
    }

    /** {@link ResultSet#next()}. */
    @Suspendable
    @StandIn(
            value = ResultSet.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfResultSetNext.class)
    public static boolean next(ResultSet it) throws Exception {
        return next(it, Stack.PINNED);
    }

    /** The woven form. */
    public static boolean next(ResultSet it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfResultSetNext) {
            return ((SqlCompanions.OfResultSetNext) it).next(stack);
        }
        return Blocking.callLong(() -> it.next() ? 1 : 0, stack) != 0;
    }

    /** {@link DataSource#getConnection()}. */
    @Suspendable
    @StandIn(
            value = DataSource.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfDataSourceGetConnection.class)
    public static Connection getConnection(DataSource it) throws Exception {
        return getConnection(it, Stack.PINNED);
    }

    /** The woven form. */
    public static Connection getConnection(DataSource it, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfDataSourceGetConnection) {
            return ((SqlCompanions.OfDataSourceGetConnection) it).getConnection(stack);
        }
        return Blocking.call(() -> it.getConnection(), stack);
    }

    /** {@link DataSource#getConnection(String, String)}. */
    @Suspendable
    @StandIn(
            value = DataSource.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfDataSourceGetConnectionTextText.class)
    public static Connection getConnection(DataSource it, String user, String password) throws Exception {
        return getConnection(it, user, password, Stack.PINNED);
    }

    /** The woven form. */
    public static Connection getConnection(DataSource it, String user, String password, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfDataSourceGetConnectionTextText) {
            return ((SqlCompanions.OfDataSourceGetConnectionTextText) it).getConnection(user, password, stack);
        }
        return Blocking.call(() -> it.getConnection(user, password), stack);
    }

    /** {@link Driver#connect(String, Properties)}. */
    @Suspendable
    @StandIn(
            value = Driver.class,
            mode = StandIn.Mode.POLLS,
            companion = SqlCompanions.OfDriverConnectTextProperties.class)
    public static Connection connect(Driver it, String url, Properties info) throws Exception {
        return connect(it, url, info, Stack.PINNED);
    }

    /** The woven form. */
    public static Connection connect(Driver it, String url, Properties info, Stack stack)
            throws Exception {
        if (it instanceof SqlCompanions.OfDriverConnectTextProperties) {
            return ((SqlCompanions.OfDriverConnectTextProperties) it).connect(url, info, stack);
        }
        return Blocking.call(() -> it.connect(url, info), stack);
    }

    /** {@link Connection#close()}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.POLLS)
    public static void close(Connection it) throws Exception {
        close((AutoCloseable) it, Stack.PINNED);
    }

    /** The woven form. */
    public static void close(Connection it, Stack stack) throws Exception {
        close((AutoCloseable) it, stack);
    }

    /** {@link Statement#close()}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.POLLS)
    public static void close(Statement it) throws Exception {
        close((AutoCloseable) it, Stack.PINNED);
    }

    /** The woven form. */
    public static void close(Statement it, Stack stack) throws Exception {
        close((AutoCloseable) it, stack);
    }

    /** {@link ResultSet#close()}. */
    @Suspendable
    @StandIn(value = ResultSet.class, mode = StandIn.Mode.POLLS)
    public static void close(ResultSet it) throws Exception {
        close((AutoCloseable) it, Stack.PINNED);
    }

    /** The woven form. */
    public static void close(ResultSet it, Stack stack) throws Exception {
        close((AutoCloseable) it, stack);
    }

    private static void close(AutoCloseable it, Stack stack) throws Exception {
        if (it instanceof Companions.OfAutoCloseable) {
            ((Companions.OfAutoCloseable) it).close(stack);
            return;
        }
        Blocking.call(
                () -> {
                    it.close();
                    return null;
                },
                stack);
    }
}
