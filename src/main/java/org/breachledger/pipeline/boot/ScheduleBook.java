package org.breachledger.pipeline.boot;

import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.schedule.Belfry;
import org.breachledger.pipeline.schedule.Schedule;
import org.breachledger.policy.PolicySource;
import org.quartz.Scheduler;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hangs the bells once everything else is ready. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("breachledger.schedule")
class ScheduleBook {

  @Bean
  ApplicationRunner bells(Scheduler scheduler, PolicySource tables, Runs runs) {
    return arguments -> new Belfry(scheduler).hang(Schedule.read(tables, runs.names()));
  }
}
