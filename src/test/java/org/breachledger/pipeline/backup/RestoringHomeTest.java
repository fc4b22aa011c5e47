package org.breachledger.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.database.DatabaseUnavailable;
import org.breachledger.pipeline.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A home is filled whole or stays as empty as it was. */
class RestoringHomeTest {

  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void name() {
    home = new Home(folder.resolve("home"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres/data/PG_VERSION",
        "archive/ab/abcd",
        "jobs/severity/bands.csv",
        "inbox/log.xlsx",
        "this-is-a-demo"
      })
  void aHomeThatHoldsAnythingIsRefusedByName(String file) throws Exception {
    home.prepare();
    write(home.folder().resolve(file));
    assertThatThrownBy(() -> RestoringHome.refuseUsed(home))
        .isInstanceOfSatisfying(
            BackupRefused.class,
            refused -> assertThat(refused.because()).isEqualTo(BackupRefused.Because.SET_UP))
        .hasMessageContaining(home.folder() + " is not empty");
  }

  @Test
  void noHomeAnEmptyOneAndOneWithTheUsualFoldersAreEmpty() throws Exception {
    assertThatCode(() -> RestoringHome.refuseUsed(home)).doesNotThrowAnyException();
    Files.createDirectories(home.folder().resolve("lost+found"));
    assertThatCode(() -> RestoringHome.refuseUsed(home)).doesNotThrowAnyException();
    home.prepare();
    assertThatCode(() -> RestoringHome.refuseUsed(home)).doesNotThrowAnyException();
  }

  @Test
  void noInstallationOpensOnWhatIsHalfRestored() throws Exception {
    Files.createDirectories(home.restoring());
    assertThatThrownBy(() -> Installation.open(home, home.jobs(), false, false))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("Give the command restore again");
    assertThat(home.inbox()).doesNotExist();
  }

  @Test
  void whatCameAboutIsMovedIntoPlace() throws Exception {
    try (RestoringHome restoring = RestoringHome.in(home)) {
      write(restoring.work().archive().resolve("ab/abcd"));
      write(restoring.work().folder().resolve("postgres/data/PG_VERSION"));
      restoring.moveIntoPlace();
    }
    assertThat(files(folder))
        .containsExactly("home/archive/ab/abcd", "home/postgres/data/PG_VERSION");
    assertThat(home.folder().resolve("restoring")).doesNotExist();
  }

  @Test
  void whatFailedLeavesNoHomeWhereNoneWas() throws Exception {
    try (RestoringHome restoring = RestoringHome.in(home)) {
      write(restoring.work().archive().resolve("ab/abcd"));
    }
    assertThat(home.folder()).doesNotExist();
  }

  @Test
  void whatFailedLeavesAnEmptyHomeAsItWas() throws Exception {
    Files.createDirectories(home.archive());
    try (RestoringHome restoring = RestoringHome.in(home)) {
      write(restoring.work().archive().resolve("ab/abcd"));
    }
    try (Stream<Path> left = Files.walk(home.folder())) {
      assertThat(left).containsExactly(home.folder(), home.archive());
    }
  }

  /** Somebody used the home meanwhile: theirs stays, ours goes. */
  @Test
  void aMoveThatFailsIsTakenBack() throws Exception {
    Path theirs = home.folder().resolve("postgres/data/theirs");
    assertThatThrownBy(
            () -> {
              try (RestoringHome restoring = RestoringHome.in(home)) {
                write(restoring.work().archive().resolve("ab/abcd"));
                write(restoring.work().folder().resolve("postgres/data/PG_VERSION"));
                write(theirs);
                restoring.moveIntoPlace();
              }
            })
        .isInstanceOf(IOException.class);
    assertThat(files(folder)).containsExactly("home/postgres/data/theirs");
  }

  @Test
  void whatAKilledRestoreLeftIsClearedAway() throws Exception {
    write(home.folder().resolve("restoring/archive/ab/abcd"));
    RestoringHome.refuseUsed(home);
    try (RestoringHome restoring = RestoringHome.in(home)) {
      write(restoring.work().outbox().resolve("one.eml"));
      restoring.moveIntoPlace();
    }
    assertThat(files(folder)).containsExactly("home/outbox/one.eml");
  }

  @Test
  void twoAtOnceDoNotMeet() throws Exception {
    try (RestoringHome first = RestoringHome.in(home)) {
      write(first.work().outbox().resolve("one.eml"));
      assertThatThrownBy(() -> RestoringHome.in(home))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("Another restore");
      first.moveIntoPlace();
    }
    assertThat(files(folder)).containsExactly("home/outbox/one.eml");
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  private static List<String> files(Path below) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(Files::isRegularFile)
          .map(file -> below.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
