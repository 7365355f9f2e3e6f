package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Stand-ins for JDBC: opening connections. A woven driver's own methods are called, and suspend
 * where they read from the database. For any other a thread waits, and the other fibers go on. See
 * {@link Connections} and {@link Statements}.
 */
public final class Databases {
    private Databases() {}

    /** {@link DriverManager#getConnection(String)}. */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(String url) throws Exception {
        return getConnection(url, new Properties());
    }

    /** {@link DriverManager#getConnection(String, String, String)}. */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(String url, String user, String password)
            throws Exception {
        Properties info = new Properties();
        if (user != null) {
            info.put("user", user);
        }
        if (password != null) {
            info.put("password", password);
        }
        return getConnection(url, info);
    }

    /**
     * {@link DriverManager#getConnection(String, Properties)}: asks the woven ones of its drivers
     * first, from here, since a call out of the JDK's frames could not suspend.
     */
    @Suspendable
    @StandIn(value = DriverManager.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(String url, Properties info) throws Exception {
        Iterator<Driver> drivers = wovenDrivers(url);
        while (drivers.hasNext()) {
            Connection connection = connect(drivers.next(), url, info);
            if (connection != null) {
                return connection;
            }
        }
        return Blocking.call(() -> DriverManager.getConnection(url, info));
    }

    private static Iterator<Driver> wovenDrivers(String url) throws SQLException {
        List<Driver> woven = new ArrayList<>();
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver instanceof JdbcCompanions.DriverConnect && driver.acceptsURL(url)) {
                woven.add(driver);
            }
        }
        return woven.iterator();
    }

    /** {@link DataSource#getConnection()}. */
    @Suspendable
    @StandIn(
            value = DataSource.class,
            companion = JdbcCompanions.DataSourceGetConnection.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static Connection getConnection(DataSource it) throws Exception {
        return it instanceof JdbcCompanions.DataSourceGetConnection
                ? inDataSourceGetConnection((JdbcCompanions.DataSourceGetConnection) it)
                : Blocking.call(() -> it.getConnection());
    }

    @Suspendable
    private static Connection inDataSourceGetConnection(JdbcCompanions.DataSourceGetConnection it)
            throws SQLException {
        return ((DataSource) it).getConnection();
    }

    /** Leaf: called in the woven class. */
    static Connection inDataSourceGetConnection(
            JdbcCompanions.DataSourceGetConnection it, Stack stack) throws SQLException {
        return it.getConnection(stack);
    }

    /** {@link Driver#connect(String, Properties)}. */
    @Suspendable
    @StandIn(
            value = Driver.class,
            companion = JdbcCompanions.DriverConnect.class,
            mode = StandIn.Mode.HANDS_OFF)
    public static Connection connect(Driver it, String url, Properties info) throws Exception {
        return it instanceof JdbcCompanions.DriverConnect
                ? inDriverConnect((JdbcCompanions.DriverConnect) it, url, info)
                : Blocking.call(() -> it.connect(url, info));
    }

    @Suspendable
    private static Connection inDriverConnect(
            JdbcCompanions.DriverConnect it, String url, Properties info) throws SQLException {
        return ((Driver) it).connect(url, info);
    }

    /** Leaf: called in the woven class. */
    static Connection inDriverConnect(
            JdbcCompanions.DriverConnect it, String url, Properties info, Stack stack)
            throws SQLException {
        return it.connect(url, info, stack);
    }
}
