package org.breachledger.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is signed in, and whose record it is. */
@ControllerAdvice
@ConditionalOnWebApplication
class Shell {

  private final JdbcClient jdbc;
  private final Reading reading;

  Shell(JdbcClient jdbc, Reading reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /** The trust the record belongs to. */
  record Trust(String name, boolean demo) {}

  @ModelAttribute("me")
  @Nullable SignedIn me(@AuthenticationPrincipal @Nullable SignedIn me) {
    return me;
  }

  /** The page that tells of a fault asks nothing of the register, which may be the fault. */
  @ModelAttribute("trust")
  Trust trust(@AuthenticationPrincipal @Nullable SignedIn me, HttpServletRequest request) {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      return new Trust("", false);
    }
    return Optional.ofNullable(me).map(who -> find(who.trustId())).orElse(new Trust("", false));
  }

  private Trust find(int trustId) {
    return reading.read(
        () ->
            jdbc.sql("select name, demo from trust where trust_id = ?")
                .param(trustId)
                .query(Trust.class)
                .single());
  }
}
