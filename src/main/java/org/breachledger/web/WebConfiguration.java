package org.breachledger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.mail.Delivery;
import org.breachledger.alerting.mail.MailSettings;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.SignalRules;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.casework.store.ClosingDesk;
import org.breachledger.casework.store.ScoreDesk;
import org.breachledger.casework.store.SignalDesk;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.forms.FormADesk;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.JobGuide;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.schedule.Timetable;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.record.AuditTrail;
import org.breachledger.reporting.store.PaperWords;
import org.breachledger.severity.SeverityRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the pages together: what they ask the database, and how sessions are kept. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration implements WebMvcConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(WebConfiguration.class);

  /** So long what a person sends waits for a job or an import. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  WebConfiguration(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Bean
  static Reading reading(PlatformTransactionManager manager) {
    return new Reading(manager);
  }

  @Bean
  static RunQueries runQueries(JdbcClient jdbc, Reading reading) {
    return new RunQueries(jdbc, reading);
  }

  @Bean
  static JobsDesk jobsDesk(Runs runs, RunningJobs running, CurrentTrust trust, Clock clock) {
    return new JobsDesk(runs, running, trust, clock);
  }

  @Bean
  static JobsQueries jobsQueries(
      JdbcClient jdbc,
      Reading reading,
      JobGuide guide,
      Timetable timetable,
      RunningJobs running,
      JobsDesk desk) {
    return new JobsQueries(jdbc, reading, guide, timetable, running, desk);
  }

  @Bean
  static OperationQueries operationQueries(
      JdbcClient jdbc, Reading reading, @Value("${breachledger.home}") Path home) {
    return new OperationQueries(jdbc, reading, home, System.getenv());
  }

  @Bean
  static MailTest mailTest(MailSettings mail, AddressBook addresses, Clock clock) {
    return new MailTest(mail, addresses, clock);
  }

  @Bean
  static ImportQueries importQueries(JdbcClient jdbc, Reading reading) {
    return new ImportQueries(jdbc, reading);
  }

  @Bean
  static GapQueries gapQueries(JdbcClient jdbc, Reading reading) {
    return new GapQueries(jdbc, reading);
  }

  @Bean
  static PaperQueries paperQueries(JdbcClient jdbc, Reading reading) {
    return new PaperQueries(jdbc, reading);
  }

  @Bean
  static AlertQueries alertQueries(
      JdbcClient jdbc, Reading reading, Routes routes, PolicyProfile policy) {
    return new AlertQueries(jdbc, reading, routes, policy);
  }

  @Bean
  static TrendQueries trendQueries(JdbcClient jdbc, Reading reading, PaperWords words) {
    return new TrendQueries(jdbc, reading, words);
  }

  @Bean
  static AlertEvidence alertEvidence(JdbcClient jdbc, Reading reading, PaperWords words) {
    return new AlertEvidence(jdbc, reading, words);
  }

  @Bean
  static SignalQueries signalQueries(
      JdbcClient jdbc, Reading reading, SignalRules rules, BreachTypes types) {
    return new SignalQueries(jdbc, reading, rules, types);
  }

  @Bean
  static SignalDecisions signalDecisions(
      SignalDesk desk,
      SignalQueries signals,
      SchoolQueries schools,
      BreachTypes types,
      Assessment assessment,
      TransactionTemplate transactions,
      Clock clock) {
    return new SignalDecisions(desk, signals, schools, types, assessment, transactions, clock);
  }

  @Bean
  static NeedsQueries needsQueries(JdbcClient jdbc, Reading reading, Clock clock) {
    return new NeedsQueries(jdbc, reading, clock);
  }

  @Bean
  static SchoolQueries schoolQueries(JdbcClient jdbc, Reading reading) {
    return new SchoolQueries(jdbc, reading);
  }

  @Bean
  static IncidentQueries incidentQueries(JdbcClient jdbc, Reading reading, BreachTypes types) {
    return new IncidentQueries(jdbc, reading, types);
  }

  @Bean
  static IncidentFile incidentFile(
      JdbcClient jdbc,
      Reading reading,
      CaseRules rules,
      SeverityRules severity,
      IncidentQueries queries) {
    return new IncidentFile(jdbc, reading, rules, severity, queries);
  }

  @Bean
  static TypeQueries typeQueries(JdbcClient jdbc, Reading reading, IncidentQueries incidents) {
    return new TypeQueries(jdbc, reading, incidents);
  }

  @Bean
  static IncidentDesk incidentDesk(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      DataSource dataSource,
      IncidentFile incidents,
      ConfirmTypes types,
      CaseDesk cases,
      ClosingDesk closings,
      ScoreDesk scores,
      CaseRules rules,
      Assessment assessment,
      Clock clock) {
    return new IncidentDesk(
        jdbc,
        transactions,
        new IncidentRegister(dataSource),
        incidents,
        types,
        cases,
        closings,
        scores,
        rules,
        assessment,
        clock);
  }

  @Bean
  static ReportDesk reportDesk(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      DataSource dataSource,
      FileImporter importer,
      IncidentFile incidents,
      CaseRules rules,
      Assessment assessment,
      AuditTrail audit,
      @Value("${breachledger.home}") Path home,
      Clock clock) {
    Path root = home.toAbsolutePath().normalize();
    return new ReportDesk(
        new FormADesk(
            jdbc,
            transactions,
            new IncidentRegister(dataSource),
            importer,
            audit,
            root.resolve("waiting"),
            root.resolve("returns")),
        jdbc,
        transactions,
        incidents,
        rules,
        assessment,
        clock);
  }

  @Bean
  static BackupDesk backupDesk(@Value("${breachledger.home}") Path home) {
    return new BackupDesk(
        new Home(home.toAbsolutePath().normalize()), System.getenv(), Clock.systemUTC());
  }

  @Bean
  static MessageDesk messageDesk(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Reading reading,
      Delivery delivery,
      AuditTrail audit,
      CurrentTrust trust,
      Clock clock) {
    return new MessageDesk(jdbc, transactions, reading, delivery, audit, trust, clock);
  }

  @Bean
  static OperationMetrics operationMetrics(JdbcClient jdbc, Reading reading, JobGuide guide) {
    return new OperationMetrics(jdbc, reading, guide);
  }

  @Bean
  static WaitingUploads waitingUploads(@Value("${breachledger.home}") Path home, Clock clock) {
    return new WaitingUploads(home.toAbsolutePath().normalize().resolve("waiting"), clock);
  }

  /** What nobody confirmed is removed when its day is over, whether or not anybody uploads. */
  @Bean(destroyMethod = "shutdownNow")
  static ScheduledExecutorService waitingUploadsSwept(WaitingUploads uploads) {
    ScheduledExecutorService sweep =
        Executors.newSingleThreadScheduledExecutor(WebConfiguration::daemon);
    sweep.scheduleWithFixedDelay(() -> swept(uploads), 0, 1, TimeUnit.HOURS);
    return sweep;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "waiting-uploads");
    thread.setDaemon(true);
    return thread;
  }

  private static void swept(WaitingUploads uploads) {
    try {
      uploads.removeOld();
    } catch (IOException | UncheckedIOException e) {
      // The message would name a file as its sender did.
      LOG.warn("waiting uploads could not be looked through: {}", e.getClass().getSimpleName());
    }
  }

  @Bean
  static UploadDesk uploadDesk(
      FileImporter importer,
      Assessment assessment,
      CurrentTrust trust,
      @Value("${breachledger.home}") Path home,
      Clock clock) {
    return new UploadDesk(
        importer, assessment, trust, home.toAbsolutePath().normalize().resolve("returns"), clock);
  }

  /**
   * Sessions end unused after a while; their cookie is out of reach for scripts and other sites.
   */
  @Bean
  static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessions(
      AccessSettings settings) {
    return factory -> {
      Session session = factory.getSettings().getSession();
      session.setTimeout(settings.idle());
      session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
      session.getCookie().setName(Security.COOKIE);
      session.getCookie().setHttpOnly(true);
      session.getCookie().setSameSite(SameSite.LAX);
    };
  }

  @Bean
  static UntoldFaults untoldFaults() {
    return new UntoldFaults();
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/static/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new ChangeFirst()).excludePathPatterns("/static/**", "/error");
    registry
        .addInterceptor(new Turnstile(jdbc, transactions, false, PATIENCE))
        .addPathPatterns("/types/**", "/incidents/*/type", "/imports/*/undo");
    registry
        .addInterceptor(new Turnstile(jdbc, transactions, true, PATIENCE))
        .addPathPatterns("/incidents/**", "/signals/**", "/imports/waiting/*/confirm");
  }
}
