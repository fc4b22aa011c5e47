package org.breachledger.pipeline.boot;

import java.time.Clock;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.imports.LockingAtStart;
import org.breachledger.pipeline.imports.PlainOriginals;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.schedule.Belfry;
import org.breachledger.pipeline.schedule.CatchUp;
import org.breachledger.pipeline.schedule.CatchUpRounds;
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

  @Bean
  CatchUp catchUp(
      PolicySource tables, Runs runs, RunningJobs running, ManifestStore manifests, Clock clock) {
    return new CatchUp(Schedule.read(tables, runs.names()), runs, running, manifests, clock);
  }

  @Bean
  CatchUpRounds catchUpRounds(CatchUp catchUp, CurrentTrust trust) {
    return new CatchUpRounds(catchUp, trust);
  }

  @Bean
  LockingAtStart lockingAtStart(PlainOriginals originals, Clock clock) {
    return new LockingAtStart(originals, clock);
  }
}
