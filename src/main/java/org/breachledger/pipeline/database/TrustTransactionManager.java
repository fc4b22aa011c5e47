package org.breachledger.pipeline.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction for the trust at work, so that row-level security shows its rows only.
 *
 * <p>The trust ends with the transaction; a statement outside any transaction sees nothing. What a
 * thread of {@linkplain SparePriority spare priority} asks of the program's own server has that
 * priority too.
 */
public class TrustTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  private final transient CurrentTrust trust;
  private final transient @Nullable SpareConnections spare;

  /** Transactions on {@code dataSource} for the trust that {@code trust} names when they begin. */
  public TrustTransactionManager(DataSource dataSource, CurrentTrust trust) {
    this(dataSource, trust, null);
  }

  /** The same, for a program that may have a server of its own. */
  public TrustTransactionManager(
      DataSource dataSource, CurrentTrust trust, @Nullable SpareConnections spare) {
    super(dataSource);
    this.trust = trust;
    this.spare = spare;
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    try {
      if (spare != null && SparePriority.isTaken()) {
        spare.lower(connection);
      }
      name(connection);
    } catch (SQLException | RuntimeException e) {
      giveUp(connection);
      throw e;
    }
  }

  private void name(Connection connection) throws SQLException {
    OptionalInt current = trust.find();
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('app.trust', ?, true)")) {
      statement.setString(1, current.isPresent() ? Integer.toString(current.getAsInt()) : "");
      statement.execute();
    }
  }

  @Override
  protected void doCleanupAfterCompletion(Object transaction) {
    if (((JdbcTransactionObjectSupport) transaction).hasConnectionHolder()) {
      giveUp(((JdbcTransactionObjectSupport) transaction).getConnectionHolder().getConnection());
    }
    super.doCleanupAfterCompletion(transaction);
  }

  private void giveUp(Connection connection) {
    if (spare != null && SparePriority.isTaken()) {
      spare.giveUp(connection);
    }
  }
}
