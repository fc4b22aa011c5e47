package org.breachledger.access.store;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts, for the pages and for whoever founds a trust. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  /** Accounts are dated by the real clock, whatever the as-of of a run. */
  @Bean
  AccountStore accountStore(JdbcClient jdbc, PlatformTransactionManager manager) {
    return new AccountStore(jdbc, new TransactionTemplate(manager), Clock.systemUTC());
  }
}
