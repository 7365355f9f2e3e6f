package dev.weft.woven;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/**
 * As {@link Companions}, for what waits in JDBC: a woven driver's classes implement these as well, so
 * that a woven caller reaches the bodies that can suspend through the JDK's interfaces.
 */
public final class SqlCompanions {
    private SqlCompanions() {}

    /** Of {@code java.sql.Connection.commit()}. */
    public interface OfConnectionCommit {
        /** The body that can suspend. */
        void commit(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Connection.rollback()}. */
    public interface OfConnectionRollback {
        /** The body that can suspend. */
        void rollback(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Connection.isValid(int)}. */
    public interface OfConnectionIsValidInt {
        /** The body that can suspend. */
        boolean isValid(int seconds, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Connection.setAutoCommit(boolean)}. */
    public interface OfConnectionSetAutoCommitBoolean {
        /** The body that can suspend. */
        void setAutoCommit(boolean on, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Connection.prepareStatement(String)}. */
    public interface OfConnectionPrepareStatementText {
        /** The body that can suspend. */
        PreparedStatement prepareStatement(String sql, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Connection.prepareStatement(String, int)}. */
    public interface OfConnectionPrepareStatementTextInt {
        /** The body that can suspend. */
        PreparedStatement prepareStatement(String sql, int keys, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Connection.prepareCall(String)}. */
    public interface OfConnectionPrepareCallText {
        /** The body that can suspend. */
        CallableStatement prepareCall(String sql, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.execute(String)}. */
    public interface OfStatementExecuteText {
        /** The body that can suspend. */
        boolean execute(String sql, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.execute(String, int)}. */
    public interface OfStatementExecuteTextInt {
        /** The body that can suspend. */
        boolean execute(String sql, int keys, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.executeQuery(String)}. */
    public interface OfStatementExecuteQueryText {
        /** The body that can suspend. */
        ResultSet executeQuery(String sql, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.executeUpdate(String)}. */
    public interface OfStatementExecuteUpdateText {
        /** The body that can suspend. */
        int executeUpdate(String sql, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.executeUpdate(String, int)}. */
    public interface OfStatementExecuteUpdateTextInt {
        /** The body that can suspend. */
        int executeUpdate(String sql, int keys, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.executeLargeUpdate(String)}. */
    public interface OfStatementExecuteLargeUpdateText {
        /** The body that can suspend. */
        long executeLargeUpdate(String sql, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.executeBatch()}. */
    public interface OfStatementExecuteBatch {
        /** The body that can suspend. */
        int[] executeBatch(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.getMoreResults()}. */
    public interface OfStatementGetMoreResults {
        /** The body that can suspend. */
        boolean getMoreResults(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Statement.cancel()}. */
    public interface OfStatementCancel {
        /** The body that can suspend. */
        void cancel(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.PreparedStatement.execute()}. */
    public interface OfPreparedStatementExecute {
        /** The body that can suspend. */
        boolean execute(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.PreparedStatement.executeQuery()}. */
    public interface OfPreparedStatementExecuteQuery {
        /** The body that can suspend. */
        ResultSet executeQuery(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.PreparedStatement.executeUpdate()}. */
    public interface OfPreparedStatementExecuteUpdate {
        /** The body that can suspend. */
        int executeUpdate(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.PreparedStatement.executeLargeUpdate()}. */
    public interface OfPreparedStatementExecuteLargeUpdate {
        /** The body that can suspend. */
        long executeLargeUpdate(Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.ResultSet.next()}. */
    public interface OfResultSetNext {
        /** The body that can suspend. */
        boolean next(Stack stack) throws SQLException;
    }

    /** Of {@code javax.sql.DataSource.getConnection()}. */
    public interface OfDataSourceGetConnection {
        /** The body that can suspend. */
        Connection getConnection(Stack stack) throws SQLException;
    }

    /** Of {@code javax.sql.DataSource.getConnection(String, String)}. */
    public interface OfDataSourceGetConnectionTextText {
        /** The body that can suspend. */
        Connection getConnection(String user, String password, Stack stack) throws SQLException;
    }

    /** Of {@code java.sql.Driver.connect(String, Properties)}. */
    public interface OfDriverConnectTextProperties {
        /** The body that can suspend. */
        Connection connect(String url, Properties info, Stack stack) throws SQLException;
    }
}
