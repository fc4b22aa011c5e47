package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.breachledger.incident.store.ImportTurn;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is sent waits outside for jobs and imports, holding nothing, and not for ever. */
class TurnstileIT {

  private static final Duration SHORT = Duration.ofMillis(600);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final TestDatabase database = TestDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void besideAnImportNothingIsTakenAndPagesAreShown() throws Exception {
    database.beside(
        () -> ImportTurn.await(database.jdbc()),
        () -> {
          assertThatThrownBy(() -> pass("POST", true, SHORT)).isInstanceOf(AtWork.class);
          assertThatThrownBy(() -> pass("POST", false, SHORT)).isInstanceOf(AtWork.class);
          assertThat(pass("GET", false, SHORT)).isTrue();
        });
    assertThat(pass("POST", false, SHORT)).isTrue();
  }

  @Test
  void besideAJobOnlyWhatMayIsTaken() throws Exception {
    database.beside(
        () -> WorkLock.hold(database.jdbc()),
        () -> {
          assertThatThrownBy(() -> pass("POST", false, SHORT)).isInstanceOf(AtWork.class);
          assertThat(pass("POST", true, SHORT)).isTrue();
        });
    assertThat(pass("POST", false, SHORT)).isTrue();
  }

  @Test
  void itIsTakenAsSoonAsTheImportHasEnded() throws Exception {
    FutureTask<Boolean> sent = new FutureTask<>(() -> pass("POST", true, LONG));
    database.beside(
        () -> ImportTurn.await(database.jdbc()),
        () -> {
          new Thread(sent).start();
          assertThatThrownBy(() -> sent.get(1, TimeUnit.SECONDS)).isNotNull();
        });
    assertThat(sent.get(30, TimeUnit.SECONDS)).isTrue();
  }

  private boolean pass(String method, boolean besideJobs, Duration patience) throws Exception {
    return new Turnstile(database.jdbc(), database.transactions(), besideJobs, patience)
        .preHandle(
            new MockHttpServletRequest(method, "/types/confirm"),
            new MockHttpServletResponse(),
            this);
  }
}
