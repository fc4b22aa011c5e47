package org.breachledger.pipeline.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.AlertNews;
import org.breachledger.alerting.Channels;
import org.breachledger.alerting.PaperLock;
import org.breachledger.alerting.Recipient;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.Subscriptions;
import org.breachledger.alerting.mail.Delivery;
import org.breachledger.alerting.mail.MailSettings;
import org.breachledger.alerting.mail.PasswordLock;
import org.breachledger.alerting.mail.RecipientFile;
import org.breachledger.alerting.store.AlertDesk;
import org.breachledger.alerting.store.AlertLife;
import org.breachledger.alerting.store.AlertStore;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.alerting.store.PaperPost;
import org.breachledger.alerting.store.WarningDesk;
import org.breachledger.alerting.webhook.AlertEvents;
import org.breachledger.alerting.webhook.WebhookPost;
import org.breachledger.alerting.webhook.WebhookSettings;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.SignalRules;
import org.breachledger.casework.store.CaseActions;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.casework.store.ClosingDesk;
import org.breachledger.casework.store.LogWatch;
import org.breachledger.casework.store.ScoreDesk;
import org.breachledger.casework.store.SignalDesk;
import org.breachledger.casework.store.Signals;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DelayBands;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.SchoolList;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.keeping.store.ListDesk;
import org.breachledger.keeping.store.RetentionDesk;
import org.breachledger.keeping.store.RetentionPapers;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.normalise.LearningSettings;
import org.breachledger.normalise.TypeDefinition;
import org.breachledger.normalise.TypeRules;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.database.TrustTransactionManager;
import org.breachledger.pipeline.demo.Demo;
import org.breachledger.pipeline.erasure.BackupsKept;
import org.breachledger.pipeline.erasure.DestructionDesk;
import org.breachledger.pipeline.erasure.FileSweep;
import org.breachledger.pipeline.erasure.RedactionDesk;
import org.breachledger.pipeline.erasure.Relearning;
import org.breachledger.pipeline.exports.CaseTables;
import org.breachledger.pipeline.exports.ChartTables;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.Inbox;
import org.breachledger.pipeline.imports.JudgedAtOnce;
import org.breachledger.pipeline.imports.NilReturnDesk;
import org.breachledger.pipeline.imports.PlainOriginals;
import org.breachledger.pipeline.imports.ReturnedRows;
import org.breachledger.pipeline.imports.SchoolsConfirmed;
import org.breachledger.pipeline.imports.StoredAccessLog;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.VerdictsAtOnce;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.Fingerprint;
import org.breachledger.pipeline.jobs.JobGuide;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.PublishedPapers;
import org.breachledger.pipeline.jobs.RulesInForce;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.schedule.Schedule;
import org.breachledger.pipeline.schedule.Timetable;
import org.breachledger.pipeline.schools.SchoolDesk;
import org.breachledger.pipeline.schools.SchoolListFile;
import org.breachledger.pipeline.setup.FirstStart;
import org.breachledger.pipeline.setup.SetUp;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.pipeline.types.LearnedDesk;
import org.breachledger.policy.NotedTables;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.record.AuditTrail;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.recurrence.EvidenceRules;
import org.breachledger.recurrence.SchoolCalendars;
import org.breachledger.recurrence.batch.ChartRegister;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.HouseStyle;
import org.breachledger.reporting.PaperWriter;
import org.breachledger.reporting.SmallNumbers;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.batch.PaperProgress;
import org.breachledger.reporting.jasper.PaperPress;
import org.breachledger.reporting.store.CasePapers;
import org.breachledger.reporting.store.PaperShelf;
import org.breachledger.reporting.store.PaperWords;
import org.breachledger.severity.SeverityRules;
import org.quartz.Scheduler;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of an installation and how they fit. */
@Configuration(proxyBeanMethods = false)
class Parts {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Home home(@Value("${breachledger.home}") Path folder) {
    return new Home(folder);
  }

  @Bean
  CurrentTrust currentTrust() {
    return new CurrentTrust();
  }

  @Bean
  @Primary
  TrustTransactionManager transactionManager(DataSource dataSource, CurrentTrust trust) {
    return new TrustTransactionManager(dataSource, trust);
  }

  @Bean
  static Sparing sparing(@Value("${breachledger.home}") Path home) {
    return new Sparing(home);
  }

  @Bean
  Trusts trusts(JdbcClient jdbc, TransactionTemplate transactions, CurrentTrust trust) {
    return new Trusts(jdbc, transactions, trust);
  }

  @Bean
  AuditTrail auditTrail(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    return new JdbcAuditTrail(jdbc, transactions, clock);
  }

  @Bean
  SchoolRegister schoolRegister(JdbcClient jdbc) {
    return new SchoolRegister(jdbc);
  }

  @Bean
  SchoolsConfirmed schoolsConfirmed(
      JdbcClient jdbc,
      DataSource dataSource,
      AuditTrail audit,
      TransactionTemplate transactions,
      Clock clock) {
    return new SchoolsConfirmed(jdbc, new IncidentRegister(dataSource), audit, transactions, clock);
  }

  @Bean
  SchoolDesk schoolDesk(
      JobsFolder tables,
      @Value("${breachledger.jobs}") Path jobs,
      Trusts trusts,
      SchoolsConfirmed confirmed,
      JdbcClient jdbc,
      AuditTrail audit,
      TransactionTemplate transactions,
      Assessment assessment,
      Clock clock) {
    return new SchoolDesk(
        new SchoolListFile(tables, jobs),
        () -> trusts.get().trustId(),
        confirmed,
        jdbc,
        audit,
        transactions,
        assessment,
        clock);
  }

  @Bean
  FirstStart firstStart(AccountStore accounts) {
    return new FirstStart(accounts);
  }

  @Bean
  SetUp setUp(
      JobsFolder tables,
      Trusts trusts,
      AccountStore accounts,
      People people,
      SchoolDesk schools,
      FirstStart firstStart,
      JdbcClient jdbc,
      AuditTrail audit,
      TransactionTemplate transactions) {
    return new SetUp(
        tables,
        () -> trusts.get().policy(),
        (name, policy) -> {
          trusts.name(name, trusts.get().demo());
          trusts.follow(policy);
        },
        accounts,
        people,
        schools,
        firstStart,
        jdbc,
        audit,
        transactions);
  }

  /** The DPO's own list of schools is confirmed at every start. */
  @Bean
  ApplicationRunner confirmedSchools(
      JobsFolder tables,
      Trusts trusts,
      SchoolsConfirmed schools,
      Assessment assessment,
      Clock clock) {
    return arguments -> {
      trusts.open();
      if (!schools.confirm(SchoolList.read(tables).schools()).isEmpty()) {
        assessment.run(AsOf.from(clock));
      }
    };
  }

  @Bean
  VerdictsAtOnce verdictsAtOnce(
      JdbcClient jdbc,
      TypeRules types,
      SeverityRules severity,
      DeadlineRules deadlines,
      RulesInForce inForce,
      NotedTables readingTables,
      PolicyProfile policy) {
    return new JudgedAtOnce(
        jdbc,
        types,
        severity,
        deadlines,
        inForce,
        readingTables,
        policy.name() + " " + policy.version());
  }

  @Bean
  Archive archive(Home home) {
    return new Archive(home);
  }

  @Bean
  PlainOriginals plainOriginals(Home home, Archive archive) {
    return new PlainOriginals(home, archive);
  }

  @Bean
  FileImporter fileImporter(
      LogReader reader,
      SignalRules signalRules,
      VerdictsAtOnce verdicts,
      DataSource dataSource,
      JdbcClient jdbc,
      Archive archive,
      AuditTrail audit,
      TransactionTemplate transactions,
      PolicyProfile policy,
      Clock clock) {
    return new FileImporter(
        reader,
        new IncidentRegister(dataSource),
        new ImportRecords(jdbc),
        new ReturnedRows(),
        new StoredAccessLog(
            new LogWatch(signalRules, dataSource),
            new Signals(jdbc),
            new IncidentRegister(dataSource),
            new ImportRecords(jdbc),
            audit,
            transactions,
            clock),
        archive,
        audit,
        transactions,
        verdicts,
        policy.name() + " " + policy.version(),
        clock);
  }

  @Bean
  NilReturnDesk nilReturnDesk(
      SchoolRegister schools, AuditTrail audit, TransactionTemplate transactions, Clock clock) {
    return new NilReturnDesk(schools, audit, transactions, clock);
  }

  @Bean
  UndoImport undoImport(
      JdbcClient jdbc,
      DataSource dataSource,
      AuditTrail audit,
      TransactionTemplate transactions,
      Assessment assessment,
      Clock clock) {
    return new UndoImport(
        jdbc, new IncidentRegister(dataSource), audit, transactions, assessment, clock);
  }

  @Bean
  ConfirmTypes confirmTypes(
      JdbcClient jdbc,
      TypeRules rules,
      BreachTypes types,
      AuditTrail audit,
      TransactionTemplate transactions,
      Assessment assessment,
      Clock clock) {
    return new ConfirmTypes(jdbc, rules, types, audit, transactions, assessment, clock);
  }

  @Bean
  LearnedDesk learnedDesk(
      JdbcClient jdbc,
      DataSource dataSource,
      TypeRules rules,
      AuditTrail audit,
      TransactionTemplate transactions,
      Assessment assessment,
      Clock clock) {
    return new LearnedDesk(
        jdbc, new IncidentRegister(dataSource), rules, audit, transactions, assessment, clock);
  }

  @Bean
  SignalDesk signalDesk(
      JdbcClient jdbc,
      DataSource dataSource,
      AuditTrail audit,
      BreachTypes types,
      PolicyProfile policy) {
    return new SignalDesk(
        jdbc,
        new IncidentRegister(dataSource),
        audit,
        code -> types.get(code).title(),
        policy.name() + " " + policy.version());
  }

  @Bean
  RecurrenceRegister recurrenceRegister(
      NamedParameterJdbcTemplate jdbc,
      BreachTypes types,
      EvidenceRules rules,
      SchoolCalendars calendars) {
    return new RecurrenceRegister(
        jdbc, types.list().stream().map(TypeDefinition::code).toList(), rules, calendars);
  }

  @Bean
  ChartRegister chartRegister(
      NamedParameterJdbcTemplate jdbc, BreachTypes types, EvidenceRules rules) {
    return new ChartRegister(jdbc, types.list().stream().map(TypeDefinition::code).toList(), rules);
  }

  @Bean
  PaperWriter paperWriter() {
    return new PaperPress();
  }

  @Bean
  PaperShelf paperShelf(JdbcClient jdbc, Home home) {
    return new PaperShelf(jdbc, home.reports());
  }

  @Bean
  PaperProgress paperProgress() {
    return new PaperProgress();
  }

  @Bean
  PaperDesk paperDesk(
      JdbcClient jdbc,
      PaperWriter writer,
      PaperShelf shelf,
      PaperWords words,
      DelayBands bands,
      DeadlineRules deadlines,
      PolicyProfile policy,
      ChartRegister charts,
      AuditTrail audit,
      Clock clock) {
    return new PaperDesk(
        jdbc,
        writer,
        shelf,
        words,
        bands,
        deadlines,
        new CaseActions(jdbc, policy).forPapers(),
        charts,
        new SmallNumbers(policy.suppressUpTo()),
        audit,
        clock);
  }

  @Bean
  Imprints imprints(Trusts trusts, PolicyProfile policy, JobsFolder tables, JdbcClient jdbc) {
    return new PolicyImprints(trusts, policy, () -> style(tables), jdbc);
  }

  /** Read for each paper, because a school's colour is changed on a page. */
  private static HouseStyle style(PolicySource tables) {
    return HouseStyle.read(tables, SchoolList.read(tables).colours());
  }

  @Bean
  MailSettings mailSettings(Environment environment) {
    return MailSettings.from(environment);
  }

  @Bean
  Recipients recipients(Home home, Subscriptions subscriptions, Routes routes) {
    Set<String> roles = new HashSet<>(subscriptions.roleCodes());
    roles.addAll(routes.roleCodes());
    return new Recipients(RecipientFile.read(home.recipients(), roles));
  }

  /**
   * Who stands behind the roles, as a part of its own.
   *
   * @param list as in the installation's file
   */
  record Recipients(List<Recipient> list) {}

  @Bean
  AddressBook addressBook(MailSettings mail, Recipients recipients) {
    return mail.addresses().and(RecipientFile.ofNoSchool(recipients.list()));
  }

  @Bean
  AlertNews alertNews(Environment environment, AddressBook addresses) {
    return WebhookSettings.from(environment).isPresent()
        ? new AlertEvents(addresses)
        : AlertNews.NONE;
  }

  @Bean
  AlertDesk alertDesk(
      TransactionTemplate transactions, JdbcClient jdbc, AddressBook addresses, AlertNews news) {
    return new AlertDesk(transactions, new AlertStore(jdbc), new Outbox(jdbc), addresses, news);
  }

  @Bean
  AlertLife alertLife(JdbcClient jdbc, AddressBook addresses, AlertNews news, AuditTrail audit) {
    return new AlertLife(jdbc, addresses, news, audit);
  }

  @Bean
  PaperLock paperLock(Home home) {
    return new PasswordLock(System.getenv(), home.folder());
  }

  @Bean
  PaperPost paperPost(
      JdbcClient jdbc,
      Subscriptions subscriptions,
      Recipients recipients,
      AddressBook addresses,
      PaperLock lock,
      AuditTrail audit) {
    return new PaperPost(jdbc, subscriptions, recipients.list(), addresses, lock, audit);
  }

  @Bean
  WarningDesk warningDesk(JdbcClient jdbc, AddressBook addresses) {
    return new WarningDesk(jdbc, new Outbox(jdbc), addresses);
  }

  @Bean
  Delivery delivery(
      TransactionTemplate transactions,
      JdbcClient jdbc,
      MailSettings mail,
      Environment environment,
      AddressBook addresses,
      Home home,
      Clock clock) {
    Channels channels =
        new Channels(
            mail.channel(home.outbox()),
            WebhookSettings.from(environment).map(settings -> new WebhookPost(settings, clock)));
    return new Delivery(transactions, new Outbox(jdbc), channels, addresses, clock);
  }

  @Bean
  Exports exports(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      DeadlineRules deadlines,
      CaseTables cases,
      ChartTables charts) {
    return new Exports(jdbc, transactions, deadlines, cases, charts);
  }

  @Bean
  ChartTables chartTables(ChartRegister charts, Imprints imprints) {
    return new ChartTables(charts, imprints);
  }

  @Bean
  CaseTables caseTables(JdbcClient jdbc, CaseRules rules) {
    return new CaseTables(jdbc, rules);
  }

  @Bean
  CasePapers casePapers(JdbcClient jdbc, CaseRules rules, PaperWords words) {
    return new CasePapers(jdbc, rules, words);
  }

  @Bean
  RetentionPapers retentionPapers(JdbcClient jdbc, PolicyProfile policy) {
    return new RetentionPapers(jdbc, policy);
  }

  @Bean
  RetentionDesk retentionDesk(JdbcClient jdbc, DataSource dataSource, AuditTrail audit) {
    return new RetentionDesk(jdbc, new IncidentRegister(dataSource), audit);
  }

  @Bean
  ListDesk listDesk(
      JdbcClient jdbc, DataSource dataSource, AuditTrail audit, PolicyProfile policy) {
    return new ListDesk(jdbc, new IncidentRegister(dataSource), audit, policy);
  }

  @Bean
  Relearning relearning(
      JdbcClient jdbc, TypeRules rules, LearningSettings settings, AuditTrail audit) {
    return new Relearning(jdbc, rules, settings, audit);
  }

  @Bean
  FileSweep fileSweep(
      Home home,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      CurrentTrust trust,
      Clock clock) {
    return new FileSweep(home, jdbc, transactions, trust, clock);
  }

  /** What a destruction or redaction could not remove before the program ended goes now. */
  @Bean
  ApplicationRunner removedFiles(Trusts trusts, FileSweep sweep) {
    return arguments -> {
      trusts.open();
      sweep.sweep();
    };
  }

  @Bean
  DestructionDesk destructionDesk(
      JdbcClient jdbc,
      DataSource dataSource,
      TransactionTemplate transactions,
      AuditTrail audit,
      Relearning relearning,
      FileSweep sweep,
      Assessment assessment,
      PaperWriter writer,
      Imprints imprints,
      BreachTypes types,
      PolicyProfile policy,
      Environment environment,
      Home home) {
    return new DestructionDesk(
        jdbc,
        transactions,
        new IncidentRegister(dataSource),
        audit,
        relearning,
        sweep,
        assessment,
        writer,
        imprints,
        types,
        policy,
        BackupsKept.from(environment),
        home);
  }

  @Bean
  RedactionDesk redactionDesk(
      JdbcClient jdbc,
      DataSource dataSource,
      TransactionTemplate transactions,
      AuditTrail audit,
      Relearning relearning,
      FileSweep sweep,
      Assessment assessment,
      PolicyProfile policy) {
    return new RedactionDesk(
        jdbc,
        transactions,
        new IncidentRegister(dataSource),
        audit,
        relearning,
        sweep,
        assessment,
        policy);
  }

  @Bean
  CaseDesk caseDesk(JdbcClient jdbc, DataSource dataSource, AuditTrail audit, CaseRules rules) {
    return new CaseDesk(jdbc, new IncidentRegister(dataSource), audit, rules);
  }

  @Bean
  ClosingDesk closingDesk(
      JdbcClient jdbc, DataSource dataSource, AuditTrail audit, CaseRules rules) {
    return new ClosingDesk(jdbc, new IncidentRegister(dataSource), audit, rules);
  }

  @Bean
  ScoreDesk scoreDesk(
      JdbcClient jdbc,
      DataSource dataSource,
      AuditTrail audit,
      CaseRules rules,
      SeverityRules severity) {
    return new ScoreDesk(jdbc, new IncidentRegister(dataSource), audit, rules, severity);
  }

  @Bean
  ManifestStore manifestStore(JdbcClient jdbc, TransactionTemplate transactions, AuditTrail audit) {
    return new ManifestStore(jdbc, transactions, audit);
  }

  @Bean
  PublishedPapers publishedPapers(PaperShelf shelf, TransactionTemplate transactions) {
    return new PublishedPapers(shelf, transactions);
  }

  @Bean
  Demo demo(
      FileImporter importer,
      Assessment assessment,
      Runs runs,
      PublishedPapers papers,
      SchoolRegister schools,
      AccountStore accounts,
      People people,
      Trusts trusts,
      TransactionTemplate transactions,
      Clock clock) {
    return new Demo(
        importer, assessment, runs, papers, schools, accounts, people, trusts, transactions, clock);
  }

  @Bean
  RulesInForce rulesInForce(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      PolicySource tables,
      PolicyProfile policy,
      Clock clock) {
    return new RulesInForce(jdbc, transactions, tables, policy, clock);
  }

  @Bean
  Assessment assessment(
      DataSource dataSource,
      CurrentTrust trust,
      JobRepository repository,
      JobOperator operator,
      Map<String, Job> jobs,
      RulesInForce rules,
      Clock clock) {
    return new Assessment(
        dataSource,
        trust,
        repository,
        operator,
        Objects.requireNonNull(jobs.get("assess")),
        rules,
        clock);
  }

  @Bean
  RunningJobs runningJobs(
      JdbcClient jdbc,
      CurrentTrust trust,
      JobRepository repository,
      JobOperator operator,
      Map<String, Job> jobs) {
    return new RunningJobs(jdbc, trust, repository, operator, jobs);
  }

  @Bean
  JobGuide jobGuide(PolicySource tables, Runs runs) {
    return JobGuide.read(tables, runs.names());
  }

  @Bean
  Timetable timetable(
      PolicySource tables, Runs runs, ObjectProvider<Scheduler> scheduler, Clock clock) {
    return new Timetable(Schedule.read(tables, runs.names()), scheduler.getIfAvailable(), clock);
  }

  @Bean
  Runs runs(
      DataSource dataSource,
      CurrentTrust trust,
      ManifestStore manifests,
      JobRepository repository,
      JobOperator operator,
      Map<String, Job> jobs,
      PolicySource tables,
      JobsFolder now,
      Home home,
      Inbox inbox,
      PolicyProfile policy,
      RulesInForce rules,
      Clock clock) {
    return new Runs(
        dataSource,
        trust,
        manifests,
        repository,
        operator,
        jobs,
        new Fingerprint(
            manifests, tables, now, until -> inbox.waiting(until).files(), home.recipients()),
        policy,
        rules,
        clock);
  }
}
