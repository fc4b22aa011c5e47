package org.breachledger.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.breachledger.alerting.mail.MailSettings.RefusedSetting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may read the metrics: a monitoring system that knows the installation's token. Where no token
 * is set there are none to read.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MetricsDoor {

  static final String PAGE = "/actuator/prometheus";
  static final String SETTING = "breachledger.metrics.token";
  private static final int SHORTEST = 16;
  private static final String BEARER = "Bearer ";

  @Bean
  @Order(1)
  SecurityFilterChain metrics(HttpSecurity http, Environment environment) throws Exception {
    String token = token(environment);
    HttpStatus otherwise = token.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.UNAUTHORIZED;
    return http.securityMatcher(PAGE, PAGE + "/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .anyRequest()
                    .access(
                        (who, asked) ->
                            new AuthorizationDecision(
                                opens(
                                    token,
                                    asked.getRequest().getHeader(HttpHeaders.AUTHORIZATION)))))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            turned ->
                turned.authenticationEntryPoint(
                    (request, response, why) -> {
                      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                      response.setStatus(otherwise.value());
                    }))
        .build();
  }

  /** The token; empty where none is set. */
  static String token(Environment environment) {
    String token = environment.getProperty(SETTING, "").strip();
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new RefusedSetting(
          "The setting "
              + SETTING
              + " must have at least "
              + SHORTEST
              + " characters, or be empty.");
    }
    return token;
  }

  private static boolean opens(String token, @org.jspecify.annotations.Nullable String said) {
    return !token.isEmpty()
        && said != null
        && said.startsWith(BEARER)
        && MessageDigest.isEqual(bytes(said.substring(BEARER.length()).strip()), bytes(token));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
