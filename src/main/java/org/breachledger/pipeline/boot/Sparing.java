package org.breachledger.pipeline.boot;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.breachledger.pipeline.database.SpareConnections;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts {@link SpareConnections} where all parts find the pool, because whatever a preview asks goes
 * through the parts that everything else goes through.
 */
final class Sparing implements BeanPostProcessor, DisposableBean {

  private final Path home;
  private @Nullable SpareConnections connections;

  Sparing(Path home) {
    this.home = home;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool) {
      connections = new SpareConnections(pool, home);
      return connections;
    }
    return bean;
  }

  /** The container closes what it made itself, the pool, but not what was put in its place. */
  @Override
  public void destroy() {
    if (connections != null) {
      connections.close();
    }
  }
}
