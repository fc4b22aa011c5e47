package org.breachledger.web;

import java.time.Duration;
import java.util.Set;
import org.breachledger.alerting.Routes;
import org.breachledger.policy.PolicyProfile;
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
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the pages together: what they ask the database, and how sessions are kept. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration implements WebMvcConfigurer {

  private static final Duration IDLE = Duration.ofMinutes(30);

  @Bean
  static Reading reading(PlatformTransactionManager manager) {
    return new Reading(manager);
  }

  @Bean
  static RunQueries runQueries(JdbcClient jdbc, Reading reading) {
    return new RunQueries(jdbc, reading);
  }

  @Bean
  static ImportQueries importQueries(JdbcClient jdbc, Reading reading) {
    return new ImportQueries(jdbc, reading);
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

  /** Sessions end after half an hour; their cookie is out of reach for scripts and other sites. */
  @Bean
  static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessions() {
    return factory -> {
      Session session = factory.getSettings().getSession();
      session.setTimeout(IDLE);
      session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
      session.getCookie().setName("breachledger-session");
      session.getCookie().setHttpOnly(true);
      session.getCookie().setSameSite(SameSite.LAX);
    };
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
  }
}
