package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Savepoint;
import java.sql.Statement;
import javax.sql.DataSource;

/** Stand-ins for JDBC: rarer forms of what {@link Connections} has. */
public final class MoreConnections {
    private MoreConnections() {}

    /** {@link Connection#rollback(Savepoint)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static void rollback(Connection it, Savepoint to) throws Exception {
        Blocking.call(
                () -> {
                    it.rollback(to);
                    return null;
                });
    }

    /** {@link Connection#setSavepoint()}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static Savepoint setSavepoint(Connection it) throws Exception {
        return Blocking.call(() -> it.setSavepoint());
    }

    /** {@link Connection#setSavepoint(String)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static Savepoint setSavepoint(Connection it, String name) throws Exception {
        return Blocking.call(() -> it.setSavepoint(name));
    }

    /** {@link Connection#prepareStatement(String, int[])}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static PreparedStatement prepareStatement(Connection it, String sql, int[] columns)
            throws Exception {
        return Blocking.call(() -> it.prepareStatement(sql, columns));
    }

    /** {@link Connection#prepareStatement(String, String[])}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static PreparedStatement prepareStatement(Connection it, String sql, String[] columns)
            throws Exception {
        return Blocking.call(() -> it.prepareStatement(sql, columns));
    }

    /** {@link Connection#prepareStatement(String, int, int)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static PreparedStatement prepareStatement(
            Connection it, String sql, int type, int concurrency) throws Exception {
        return Blocking.call(() -> it.prepareStatement(sql, type, concurrency));
    }

    /** {@link Connection#prepareStatement(String, int, int, int)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static PreparedStatement prepareStatement(
            Connection it, String sql, int type, int concurrency, int holdability)
            throws Exception {
        return Blocking.call(() -> it.prepareStatement(sql, type, concurrency, holdability));
    }

    /** {@link Connection#prepareCall(String)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static CallableStatement prepareCall(Connection it, String sql) throws Exception {
        return Blocking.call(() -> it.prepareCall(sql));
    }

    /** {@link Connection#prepareCall(String, int, int)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static CallableStatement prepareCall(
            Connection it, String sql, int type, int concurrency) throws Exception {
        return Blocking.call(() -> it.prepareCall(sql, type, concurrency));
    }

    /** {@link Connection#prepareCall(String, int, int, int)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static CallableStatement prepareCall(
            Connection it, String sql, int type, int concurrency, int holdability)
            throws Exception {
        return Blocking.call(() -> it.prepareCall(sql, type, concurrency, holdability));
    }

    /** {@link Connection#getMetaData()}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static DatabaseMetaData getMetaData(Connection it) throws Exception {
        return Blocking.call(() -> it.getMetaData());
    }

    /** {@link Connection#createStatement(int, int)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static Statement createStatement(Connection it, int type, int concurrency)
            throws Exception {
        return Blocking.call(() -> it.createStatement(type, concurrency));
    }

    /** {@link Connection#createStatement(int, int, int)}. */
    @Suspendable
    @StandIn(value = Connection.class, mode = StandIn.Mode.HANDS_OFF)
    public static Statement createStatement(
            Connection it, int type, int concurrency, int holdability) throws Exception {
        return Blocking.call(() -> it.createStatement(type, concurrency, holdability));
    }

    /** {@link DataSource#getConnection(String, String)}. */
    @Suspendable
    @StandIn(value = DataSource.class, mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(DataSource it, String user, String password)
            throws Exception {
        return Blocking.call(() -> it.getConnection(user, password));
    }
}
