package dev.weft.benchmarks.startup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Starts H2's TCP server, and is ready when a client has had its first answers. */
public final class H2Start {
    private H2Start() {}

    /**
     * Starts, asks, stops, and prints what it took.
     *
     * @param args none
     * @throws ReflectiveOperationException when H2 is not on the class path
     * @throws SQLException when a statement fails
     */
    public static void main(String[] args) throws ReflectiveOperationException, SQLException {
        Class<?> type = Class.forName("org.h2.tools.Server");
        Method create = type.getMethod("createTcpServer", String[].class);
        Object server =
                create.invoke(null, (Object) new String[] {"-tcpPort", "0", "-ifNotExists"});
        type.getMethod("start").invoke(server);
        int port = (Integer) type.getMethod("getPort").invoke(server);
        String url = "jdbc:h2:tcp://localhost:" + port + "/mem:start";
        int rows = 0;
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t(id int primary key, name varchar(40))");
            statement.execute("insert into t select x, 'n' || x from system_range(1, 100)");
            try (ResultSet found =
                    statement.executeQuery("select name from t where id > 10 order by name")) {
                while (found.next()) {
                    rows++;
                }
            }
        } finally {
            stop(type, server);
        }
        if (rows != 90) {
            throw new IllegalStateException("90 rows expected, found " + rows);
        }
        Cost.print(Cost.loaded());
    }

    private static void stop(Class<?> type, Object server)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        type.getMethod("stop").invoke(server);
    }
}
