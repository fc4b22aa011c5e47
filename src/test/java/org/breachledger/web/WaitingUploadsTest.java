package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.breachledger.web.WaitingUpload.About;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockMultipartFile;

/** Uploads wait beside one another, and nobody's is in another's way. */
class WaitingUploadsTest {

  private static final Instant NOW = Instant.parse("2026-07-02T09:00:00Z");
  private static final About SAID =
      new About(1, 7, NOW.toString(), "", "", "", List.of(), Map.of());
  private static final int PEOPLE = 4;
  private static final int ROUNDS = 500;

  @TempDir private Path home;
  private Path folder;
  private WaitingUploads uploads;

  @BeforeEach
  void open() {
    folder = home.resolve("waiting");
    uploads = new WaitingUploads(folder, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void whatLayThereForADayIsGoneWithTheNextUpload() throws IOException {
    String dayOld = keep();
    age(dayOld, NOW.minus(WaitingUploads.LONGEST));
    String older = keep();
    age(older, NOW.minus(WaitingUploads.LONGEST).minusSeconds(1));

    String next = keep();

    assertThat(folder).isDirectoryNotContaining(one -> one.endsWith(older));
    assertThat(folder.resolve(dayOld)).isDirectory();
    assertThat(folder.resolve(next).resolve("x1/log.csv")).hasContent("Reference,School");
  }

  /** It is looked for in the last minute of its day, and taken in when the day is over. */
  @Test
  void whatIsConfirmedInItsLastMinuteIsNotRemovedWhileItIsTakenIn() throws IOException {
    String token = keep();
    age(token, NOW);
    WaitingUpload upload = new WaitingUpload(token, folder.resolve(token), SAID);
    WaitingUpload claimed =
        at(NOW.plus(WaitingUploads.LONGEST).minusSeconds(1)).claim(upload).orElseThrow();

    at(NOW.plus(WaitingUploads.LONGEST).plusSeconds(60)).removeOld();

    assertThat(claimed.folder().resolve("x1/log.csv")).hasContent("Reference,School");
    assertThat(uploads.claim(upload)).as("a second click").isEmpty();
    at(NOW.plus(WaitingUploads.LONGEST.multipliedBy(2))).removeOld();
    assertThat(folder).isEmptyDirectory();
  }

  private WaitingUploads at(Instant now) {
    return new WaitingUploads(folder, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void severalPeopleUploadAndCancelAtOnceWhileOldOnesAreRemoved() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        all.add(people.submit(uploadAndCancel()));
      }
      for (Future<?> one : all) {
        one.get(2, TimeUnit.MINUTES);
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(folder).isEmptyDirectory();
  }

  private Callable<Void> uploadAndCancel() {
    return () -> {
      for (int i = 0; i < ROUNDS; i++) {
        String token = keep();
        if (i % 2 == 0) {
          uploads.remove(new WaitingUpload(token, folder.resolve(token), SAID));
        } else {
          age(token, NOW.minus(WaitingUploads.LONGEST).minusSeconds(1));
          uploads.removeOld();
        }
      }
      return null;
    };
  }

  private String keep() throws IOException {
    MockMultipartFile file =
        new MockMultipartFile("files", "log.csv", "text/csv", "Reference,School".getBytes());
    return uploads.keep(SAID, List.of(file));
  }

  private void age(String token, Instant at) throws IOException {
    Files.setLastModifiedTime(folder.resolve(token), FileTime.from(at));
  }
}
