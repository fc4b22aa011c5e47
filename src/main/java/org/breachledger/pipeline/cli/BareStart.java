package org.breachledger.pipeline.cli;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A start without any part of an installation, for commands that may not touch one: only the log is
 * set up, so that warnings go to standard error and nothing but the answer to standard output.
 */
final class BareStart implements AutoCloseable {

  private final ConfigurableApplicationContext context =
      new SpringApplicationBuilder(NoParts.class)
          .web(WebApplicationType.NONE)
          .registerShutdownHook(false)
          .run();

  @Override
  public void close() {
    context.close();
  }

  /** An application of nothing. */
  static final class NoParts {}
}
