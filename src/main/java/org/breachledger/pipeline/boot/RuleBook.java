package org.breachledger.pipeline.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.Subscriptions;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.SignalRules;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DelayBands;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.ReadingRules;
import org.breachledger.intake.SchoolList;
import org.breachledger.intake.csv.DelimitedFiles;
import org.breachledger.intake.excel.PlainWorkbooks;
import org.breachledger.intake.excel.Workbooks;
import org.breachledger.intake.json.JsonFiles;
import org.breachledger.intake.mis.MisLogs;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.normalise.LearningSettings;
import org.breachledger.normalise.SubType;
import org.breachledger.normalise.TypeDefinition;
import org.breachledger.normalise.TypeRules;
import org.breachledger.policy.NotedTables;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.TablesAsRead;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.recurrence.EvidenceRules;
import org.breachledger.recurrence.SchoolCalendars;
import org.breachledger.reporting.HouseStyle;
import org.breachledger.reporting.store.PaperWords;
import org.breachledger.severity.SeverityRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The rules, read from the tables at start: a table that cannot be used stops the program. */
@Configuration(proxyBeanMethods = false)
class RuleBook {

  /**
   * A command line makes only the parts it uses, but for these: the tables and the schema are
   * checked before anything is done.
   */
  @Bean
  static LazyInitializationExcludeFilter readAtStart() {
    return (name, definition, type) ->
        "ruleBook".equals(definition.getFactoryBeanName())
            || FlywayMigrationInitializer.class.isAssignableFrom(type);
  }

  /** The tables as they are now, for what may change while the program runs. */
  @Bean
  JobsFolder jobsFolder(@Value("${breachledger.jobs}") Path jobs) {
    return new JobsFolder(jobs);
  }

  /** The tables everything is judged by until the next start. */
  @Bean
  @Primary
  PolicySource policySource(JobsFolder now) {
    return new TablesAsRead(now);
  }

  @Bean
  PolicyProfile policyProfile(PolicySource tables, Trusts trusts) {
    return PolicyProfile.read(tables, trusts.open().policy());
  }

  @Bean
  BreachTypes breachTypes(PolicySource tables) {
    return BreachTypes.read(tables);
  }

  @Bean
  TypeRules typeRules(PolicySource tables) {
    return TypeRules.read(tables);
  }

  @Bean
  LearningSettings learningSettings(PolicySource tables) {
    return LearningSettings.read(tables);
  }

  @Bean
  SeverityRules severityRules(PolicySource tables, PolicyProfile policy) {
    return SeverityRules.read(tables, policy);
  }

  @Bean
  DeadlineRules deadlineRules(PolicySource tables, PolicyProfile policy) {
    return DeadlineRules.read(tables, policy);
  }

  @Bean
  CaseRules caseRules(PolicySource tables, PolicyProfile policy) {
    return CaseRules.read(tables, policy);
  }

  @Bean
  DelayBands delayBands(PolicySource tables, PolicyProfile policy) {
    return DelayBands.read(tables, policy);
  }

  @Bean
  EvidenceRules evidenceRules(PolicySource tables, PolicyProfile policy) {
    return EvidenceRules.read(tables, policy);
  }

  @Bean
  SchoolCalendars schoolCalendars(PolicySource tables) {
    return SchoolCalendars.read(tables);
  }

  @Bean
  Routes routes(PolicySource tables) {
    return Routes.read(tables);
  }

  /** The trust's look, and each school's own. */
  @Bean
  HouseStyle houseStyle(PolicySource tables) {
    return HouseStyle.read(tables, SchoolList.read(tables).colours());
  }

  @Bean
  Subscriptions subscriptions(PolicySource tables) {
    return Subscriptions.read(tables);
  }

  /** What the reader of logs reads by. */
  @Bean
  NotedTables readingTables(PolicySource tables) {
    return new NotedTables(tables);
  }

  @Bean
  LogReader logReader(NotedTables readingTables) {
    PolicySource tables = readingTables.source();
    ReadingRules rules = ReadingRules.read(tables);
    return new LogReader(
        tables,
        List.of(
            new Workbooks(rules), new PlainWorkbooks(rules), new JsonFiles(), new DelimitedFiles()),
        new MisLogs(tables));
  }

  @Bean
  SignalRules signalRules(PolicySource tables) {
    return SignalRules.read(tables);
  }

  @Bean
  PaperWords paperWords(BreachTypes types, DeadlineRules duties, PolicyProfile policy) {
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, String> subTypes = new LinkedHashMap<>();
    for (TypeDefinition type : types.list()) {
      titles.put(type.code(), type.title());
      for (SubType subType : new ArrayList<>(type.subTypes())) {
        subTypes.put(subType.code(), subType.title());
      }
    }
    return new PaperWords(titles, subTypes, duties.timed(), policy.titles());
  }
}
