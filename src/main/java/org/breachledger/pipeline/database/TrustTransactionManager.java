package org.breachledger.pipeline.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction for the trust at work, so that row-level security shows its rows only.
 *
 * <p>The trust ends with the transaction; a statement outside any transaction sees nothing.
 */
public class TrustTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  private final transient CurrentTrust trust;

  /** Transactions on {@code dataSource} for the trust that {@code trust} names when they begin. */
  public TrustTransactionManager(DataSource dataSource, CurrentTrust trust) {
    super(dataSource);
    this.trust = trust;
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    OptionalInt current = trust.find();
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('app.trust', ?, true)")) {
      statement.setString(1, current.isPresent() ? Integer.toString(current.getAsInt()) : "");
      statement.execute();
    }
  }
}
