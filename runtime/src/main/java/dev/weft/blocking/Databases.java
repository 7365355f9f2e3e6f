package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Stand-ins for JDBC: a thread waits for the database, the other fibers go on. A driver may be
 * woven too, but the JDK's interfaces between it and its caller are not, so a call from here into
 * it is pinned.
 */
public final class Databases {
    private Databases() {}

    /** {@link DriverManager#getConnection(String)}. */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(String url) throws Exception {
        return Blocking.call(() -> DriverManager.getConnection(url));
    }

    /** {@link DriverManager#getConnection(String, Properties)}. */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(String url, Properties info) throws Exception {
        return Blocking.call(() -> DriverManager.getConnection(url, info));
    }

    /** {@link DriverManager#getConnection(String, String, String)}. */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(String url, String user, String password)
            throws Exception {
        return Blocking.call(() -> DriverManager.getConnection(url, user, password));
    }

    /** {@link DataSource#getConnection()}. */
    @Suspendable
    @StandIn(value = DataSource.class, mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(DataSource it) throws Exception {
        return Blocking.call(() -> it.getConnection());
    }

    /** {@link Connection#commit()}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static void commit(Connection it) throws Exception {
        Blocking.call(
                () -> {
                    it.commit();
                    return null;
                });
    }

    /** {@link Connection#rollback()}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static void rollback(Connection it) throws Exception {
        Blocking.call(
                () -> {
                    it.rollback();
                    return null;
                });
    }

    /** {@link Connection#close()}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static void close(Connection it) throws Exception {
        Blocking.call(
                () -> {
                    it.close();
                    return null;
                });
    }

    /** {@link Connection#isValid(int)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean isValid(Connection it, int seconds) throws Exception {
        return Blocking.call(() -> it.isValid(seconds));
    }

    /** {@link Connection#prepareStatement(String)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static PreparedStatement prepareStatement(Connection it, String sql) throws Exception {
        return Blocking.call(() -> it.prepareStatement(sql));
    }

    /** {@link Statement#execute(String)}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean execute(Statement it, String sql) throws Exception {
        return Blocking.call(() -> it.execute(sql));
    }

    /** {@link Statement#executeQuery(String)}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static ResultSet executeQuery(Statement it, String sql) throws Exception {
        return Blocking.call(() -> it.executeQuery(sql));
    }

    /** {@link Statement#executeUpdate(String)}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static int executeUpdate(Statement it, String sql) throws Exception {
        return Blocking.call(() -> it.executeUpdate(sql));
    }

    /** {@link Statement#executeBatch()}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static int[] executeBatch(Statement it) throws Exception {
        return Blocking.call(() -> it.executeBatch());
    }

    /** {@link Statement#close()}. */
    @Suspendable
    @StandIn(value = Statement.class, mode = StandIn.Mode.HANDS_OFF)
    public static void close(Statement it) throws Exception {
        Blocking.call(
                () -> {
                    it.close();
                    return null;
                });
    }

    /** {@link PreparedStatement#execute()}. */
    @Suspendable
    @StandIn(value = PreparedStatement.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean execute(PreparedStatement it) throws Exception {
        return Blocking.call(() -> it.execute());
    }

    /** {@link PreparedStatement#executeQuery()}. */
    @Suspendable
    @StandIn(value = PreparedStatement.class, mode = StandIn.Mode.HANDS_OFF)
    public static ResultSet executeQuery(PreparedStatement it) throws Exception {
        return Blocking.call(() -> it.executeQuery());
    }

    /** {@link PreparedStatement#executeUpdate()}. */
    @Suspendable
    @StandIn(value = PreparedStatement.class, mode = StandIn.Mode.HANDS_OFF)
    public static int executeUpdate(PreparedStatement it) throws Exception {
        return Blocking.call(() -> it.executeUpdate());
    }

    /** {@link ResultSet#next()}. */
    @Suspendable
    @StandIn(value = ResultSet.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean next(ResultSet it) throws Exception {
        return Blocking.call(() -> it.next());
    }

    /** {@link ResultSet#close()}. */
    @Suspendable
    @StandIn(value = ResultSet.class, mode = StandIn.Mode.HANDS_OFF)
    public static void close(ResultSet it) throws Exception {
        Blocking.call(
                () -> {
                    it.close();
                    return null;
                });
    }
}
