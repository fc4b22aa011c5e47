package org.breachledger.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.breachledger.access.Right;
import org.breachledger.access.store.AccountStore;
import org.breachledger.pipeline.database.CurrentTrust;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
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
  UserDetailsService accounts(AccountStore accounts, CurrentTrust trust) {
    return name ->
        accounts
            .find(name)
            .map(account -> new SignedIn(trust.find().orElseThrow(), account))
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  @Bean
  SecurityFilterChain pages(HttpSecurity http, CurrentTrust trust, SignInThrottle throttle)
      throws Exception {
    return http.authorizeHttpRequests(Security::routes)
        .formLogin(form -> signIn(form, throttle))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
        .headers(Security::headers)
        .requestCache(Customizer.withDefaults())
        .addFilterBefore(new UploadFilter(), CsrfFilter.class)
        .addFilterBefore(new ThrottleFilter(throttle), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new TrustFilter(trust), AuthorizationFilter.class)
        .build();
  }

  private static void routes(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers(SIGN_IN, "/static/**", "/actuator/health")
        .permitAll()
        .requestMatchers("/", "/password")
        .authenticated()
        .requestMatchers("/runs/**")
        .hasAuthority(Right.RUNS.name())
        .requestMatchers("/imports/new", "/imports/waiting/**", "/imports/{id}/undo")
        .hasAuthority(Right.IMPORT_STEPS.name())
        .requestMatchers("/imports/{id}/returns")
        .hasAuthority(Right.UPLOADS.name())
        .requestMatchers("/imports/**")
        .hasAuthority(Right.IMPORTS.name())
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
        .requestMatchers("/alerts/**")
        .hasAuthority(Right.ALERTS.name())
        .anyRequest()
        .denyAll();
  }

  private static void signIn(FormLoginConfigurer<HttpSecurity> form, SignInThrottle throttle) {
    SavedRequestAwareAuthenticationSuccessHandler home =
        new SavedRequestAwareAuthenticationSuccessHandler();
    form.loginPage(SIGN_IN)
        .usernameParameter("name")
        .passwordParameter("password")
        .successHandler(
            (request, response, who) -> {
              throttle.succeeded(ThrottleFilter.name(request), request.getRemoteAddr());
              home.onAuthenticationSuccess(request, response, who);
            })
        .failureHandler(
            (request, response, failure) -> {
              throttle.failed(ThrottleFilter.name(request), request.getRemoteAddr());
              response.sendRedirect(request.getContextPath() + SIGN_IN + "?wrong");
            });
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
