package org.breachledger.access.store;

import java.nio.file.Path;
import java.time.Clock;
import org.breachledger.record.AuditTrail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts, for the pages and for whoever founds a trust. They are dated by the real clock,
 * whatever the as-of of a run.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  AccountStore accountStore(JdbcClient jdbc, PlatformTransactionManager manager) {
    return new AccountStore(jdbc, new TransactionTemplate(manager), Clock.systemUTC());
  }

  @Bean
  People people(JdbcClient jdbc, PlatformTransactionManager manager, AuditTrail audit) {
    return new People(jdbc, new TransactionTemplate(manager), audit, Clock.systemUTC());
  }

  @Bean
  AccountLinks accountLinks(
      JdbcClient jdbc,
      PlatformTransactionManager manager,
      AccountStore accounts,
      AuditTrail audit) {
    return new AccountLinks(
        jdbc, new TransactionTemplate(manager), accounts, audit, Clock.systemUTC());
  }

  @Bean
  SecondFactors secondFactors(
      JdbcClient jdbc,
      PlatformTransactionManager manager,
      AuditTrail audit,
      @Value("${breachledger.home}") Path home) {
    return new SecondFactors(
        jdbc,
        new TransactionTemplate(manager),
        new SealKey(home.toAbsolutePath().normalize().resolve("secrets/second-factor.key")),
        audit,
        Clock.systemUTC());
  }
}
