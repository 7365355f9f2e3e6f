package dev.weft.blocking;

import dev.weft.woven.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The companions of JDBC's interfaces: what a woven driver's classes implement as well, so that a
 * woven caller reaches the bodies that can suspend. One method each.
 */
public final class JdbcCompanions {
    private JdbcCompanions() {}

    /** Of {@link java.sql.Connection#commit()}. */
    public interface ConnectionCommit {
        /** The body that can suspend. */
        void commit(Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Connection#rollback()}. */
    public interface ConnectionRollback {
        /** The body that can suspend. */
        void rollback(Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Connection#setAutoCommit(boolean)}. */
    public interface ConnectionSetAutoCommit {
        /** The body that can suspend. */
        void setAutoCommit(boolean on, Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Connection#isValid(int)}. */
    public interface ConnectionIsValid {
        /** The body that can suspend. */
        boolean isValid(int seconds, Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Connection#createStatement()}. */
    public interface ConnectionCreateStatement {
        /** The body that can suspend. */
        Statement createStatement(Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Connection#prepareStatement(String)}. */
    public interface ConnectionPrepareStatement {
        /** The body that can suspend. */
        PreparedStatement prepareStatement(String sql, Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Connection#prepareStatement(String, int)}. */
    public interface ConnectionPrepareStatementWith {
        /** The body that can suspend. */
        PreparedStatement prepareStatement(String sql, int keys, Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Statement#execute(String)}. */
    public interface StatementExecute {
        /** The body that can suspend. */
        boolean execute(String sql, Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Statement#executeQuery(String)}. */
    public interface StatementExecuteQuery {
        /** The body that can suspend. */
        ResultSet executeQuery(String sql, Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Statement#executeUpdate(String)}. */
    public interface StatementExecuteUpdate {
        /** The body that can suspend. */
        int executeUpdate(String sql, Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Statement#executeBatch()}. */
    public interface StatementExecuteBatch {
        /** The body that can suspend. */
        int[] executeBatch(Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.PreparedStatement#execute()}. */
    public interface PreparedStatementExecute {
        /** The body that can suspend. */
        boolean execute(Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.PreparedStatement#executeQuery()}. */
    public interface PreparedStatementExecuteQuery {
        /** The body that can suspend. */
        ResultSet executeQuery(Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.PreparedStatement#executeUpdate()}. */
    public interface PreparedStatementExecuteUpdate {
        /** The body that can suspend. */
        int executeUpdate(Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.ResultSet#next()}. */
    public interface ResultSetNext {
        /** The body that can suspend. */
        boolean next(Stack stack) throws SQLException;
    }

    /** Of {@link javax.sql.DataSource#getConnection()}. */
    public interface DataSourceGetConnection {
        /** The body that can suspend. */
        Connection getConnection(Stack stack) throws SQLException;
    }

    /** Of {@link java.sql.Driver#connect(String, Properties)}. */
    public interface DriverConnect {
        /** The body that can suspend. */
        Connection connect(String url, Properties info, Stack stack) throws SQLException;
    }
}
