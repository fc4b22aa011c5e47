package org.breachledger.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.breachledger.access.Right;
import org.breachledger.access.store.AccountLinks;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.mail.MailSettings;
import org.breachledger.alerting.mail.SmtpPost;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.setup.FirstStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may open which page: every route needs a sign-in, each part of the pages its right, and what
 * is not named here is refused.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Security {

  static final String SIGN_IN = "/sign-in";
  static final String COOKIE = "breachledger-session";

  /** No script and no style but our own files; nobody may frame a page. */
  private static final String CONTENT =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Bean
  SignInThrottle signInThrottle() {
    return new SignInThrottle(Clock.systemUTC());
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return AccountStore.encoder();
  }

  @Bean
  static AccessSettings accessSettings(Environment environment) {
    return AccessSettings.from(environment);
  }

  @Bean
  SignInDoor signInDoor(
      AccountStore accounts, People people, SignInThrottle throttle, CurrentTrust trust) {
    return new SignInDoor(accounts, people, throttle, trust, Clock.systemUTC());
  }

  @Bean
  AccountPost accountPost(
      MailSettings mail,
      AddressBook addresses,
      AccountStore accounts,
      AccountLinks links,
      JdbcClient jdbc,
      Reading reading,
      CurrentTrust trust) {
    return new AccountPost(
        mail.server().map(server -> new SmtpPost(server, addresses.sender())),
        addresses,
        accounts,
        links,
        jdbc,
        reading,
        trust,
        Clock.systemUTC());
  }

  /**
   * Nothing is said of an account before its password was right: neither that it is blocked nor
   * that a code is asked for.
   */
  @Bean
  AuthenticationProvider passwords(
      AccountStore accounts, CurrentTrust trust, PasswordEncoder encoder) {
    DaoAuthenticationProvider passwords =
        new DaoAuthenticationProvider(name -> known(accounts, trust, name));
    passwords.setPasswordEncoder(encoder);
    passwords.setPreAuthenticationChecks(account -> {});
    passwords.setPostAuthenticationChecks(Security::afterThePassword);
    return passwords;
  }

  private static void afterThePassword(UserDetails account) {
    if (!account.isEnabled()) {
      throw new DisabledException("the account is blocked");
    }
    if (account instanceof SignedIn who && who.secondFactor()) {
      throw new SecondFactorNeeded(who);
    }
  }

  private static SignedIn known(AccountStore accounts, CurrentTrust trust, String name) {
    return accounts
        .find(name)
        .map(account -> new SignedIn(trust.get(), account))
        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  @Bean
  SecurityFilterChain pages(
      HttpSecurity http,
      CurrentTrust trust,
      SignInThrottle throttle,
      SignInDoor door,
      AccountStore accounts,
      AccessSettings settings,
      FirstStart firstStart)
      throws Exception {
    SessionRules rules = new SessionRules(accounts, settings, Clock.systemUTC());
    return http.authorizeHttpRequests(Security::routes)
        .formLogin(form -> signIn(form, door))
        .logout(Security::signOut)
        .exceptionHandling(Security::turnedAway)
        .headers(Security::headers)
        .requestCache(Customizer.withDefaults())
        .addFilterBefore(new SetUpFilter(firstStart), CsrfFilter.class)
        .addFilterBefore(new UploadFilter(), CsrfFilter.class)
        .addFilterBefore(new ThrottleFilter(throttle), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new TrustFilter(trust, rules), AuthorizationFilter.class)
        .build();
  }

  private static void routes(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers(SIGN_IN, CodePage.PAGE, LinkPages.FORGOTTEN, LinkPages.PAGE + "/{word}")
        .permitAll()
        .requestMatchers(SetUpPage.PAGE)
        .permitAll()
        .requestMatchers("/static/**", "/actuator/health")
        .permitAll()
        .requestMatchers("/", "/password", "/account", FactorPages.PAGE + "/**")
        .authenticated()
        .requestMatchers("/people/**")
        .hasAuthority(Right.PEOPLE.name())
        .requestMatchers("/runs/**")
        .hasAuthority(Right.RUNS.name())
        .requestMatchers("/jobs/**", "/operation/**")
        .hasAuthority(Right.JOBS.name())
        .requestMatchers("/imports/new", "/imports/waiting/**", "/imports/{id}/undo")
        .hasAuthority(Right.IMPORT_STEPS.name())
        .requestMatchers("/schools/new", "/schools/{id}/change", "/schools/{id}/other-name")
        .hasAuthority(Right.SCHOOL_LIST.name())
        .requestMatchers("/schools/**")
        .hasAuthority(Right.UPLOADS.name())
        .requestMatchers("/types/**")
        .hasAuthority(Right.CASE_STEPS.name())
        .requestMatchers("/imports/{id}/returns")
        .hasAuthority(Right.UPLOADS.name())
        .requestMatchers("/imports/**")
        .hasAuthority(Right.IMPORTS.name())
        .requestMatchers(ReportPages.NEW, ReportPages.COMPLETE)
        .hasAuthority(Right.REPORT.name())
        .requestMatchers(HttpMethod.POST, "/incidents/{id}/actions/**")
        .hasAuthority(Right.ACTION_STEPS.name())
        .requestMatchers(HttpMethod.POST, "/incidents/**")
        .hasAuthority(Right.CASE_STEPS.name())
        .requestMatchers("/incidents/**")
        .hasAnyAuthority(Right.INCIDENTS.name(), Right.OWN_INCIDENTS.name())
        .requestMatchers("/papers/**")
        .authenticated()
        .requestMatchers("/alerts/{id}/pack")
        .hasAuthority(Right.PACKS.name())
        .requestMatchers(HttpMethod.POST, "/alerts/**")
        .hasAuthority(Right.ALERT_STEPS.name())
        .requestMatchers("/trends/**")
        .hasAnyAuthority(Right.TRENDS.name(), Right.OWN_TRENDS.name())
        .requestMatchers(HttpMethod.POST, "/signals/**")
        .hasAuthority(Right.SIGNAL_STEPS.name())
        .requestMatchers("/signals/**")
        .hasAuthority(Right.SIGNALS.name())
        .requestMatchers("/alerts/**")
        .hasAuthority(Right.ALERTS.name())
        .anyRequest()
        .denyAll();
  }

  private static void signIn(FormLoginConfigurer<HttpSecurity> form, SignInDoor door) {
    form.loginPage(SIGN_IN)
        .usernameParameter("name")
        .passwordParameter("password")
        .successHandler(door::opened)
        .failureHandler(door::refused);
  }

  private static void signOut(LogoutConfigurer<HttpSecurity> out) {
    out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out").deleteCookies(COOKIE);
  }

  /** Whoever was signed in and is no longer is told so, and keeps what was typed. */
  private static void turnedAway(ExceptionHandlingConfigurer<HttpSecurity> turned) {
    AccessDeniedHandler refused = new AccessDeniedHandlerImpl();
    turned
        .accessDeniedHandler(
            (request, response, why) -> {
              if (why instanceof CsrfException && !somebodySignedIn()) {
                SignedOut.tell(request, response);
              } else {
                refused.handle(request, response, why);
              }
            })
        .authenticationEntryPoint(
            (request, response, why) -> {
              boolean over =
                  request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
              response.sendRedirect(request.getContextPath() + SIGN_IN + (over ? "?over" : ""));
            });
  }

  private static boolean somebodySignedIn() {
    @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof SignedIn;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .httpStrictTransportSecurity(
            strict -> strict.includeSubDomains(true).maxAgeInSeconds(31_536_000))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"));
  }
}
