package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breachledger.testing.ClosedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an interrupted run had claimed comes first and is never lost to a later file. */
class InboxTest {

  private static final Instant NINE = Instant.parse("2026-07-01T08:00:00Z");

  @TempDir private Path folder;

  private Inbox inbox() {
    return new Inbox(folder, Duration.ofSeconds(10));
  }

  private Path claimed(Path file) throws IOException {
    return inbox().claim(file).orElseThrow();
  }

  @Test
  void whatSomebodyTookAwayIsNotClaimed() throws IOException {
    Path taken = dropped("log.csv", "earlier");
    Files.delete(taken);
    assertThat(inbox().claim(taken)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  /** The first two names sort before a claim's full stop. */
  @ParameterizedTest
  @ValueSource(strings = {"(1) log.csv", "-log.csv", "log.csv"})
  void whatWasClaimedComesBeforeALaterFileOfItsName(String name) throws IOException {
    Path before = claimed(dropped(name, "earlier"));
    Path later = dropped(name, "later");
    assertThat(inbox().waiting(NINE).files()).containsExactly(before, later);
  }

  @Test
  void aClaimNeverReplacesAnother() throws IOException {
    Path before = claimed(dropped("log.csv", "earlier"));
    Path later = claimed(dropped("log.csv", "later"));
    assertThat(List.of(Files.readString(before), Files.readString(later)))
        .containsExactly("earlier", "later");
    assertThat(Inbox.droppedName(later)).isEqualTo("log.csv");
  }

  @Test
  void aFileGivenItsNameBackNeverReplacesALaterOne() throws IOException {
    Path before = claimed(dropped("log.csv", "earlier"));
    Path later = dropped("log.csv", "later");
    inbox().release(before);
    assertThat(Files.readString(before)).isEqualTo("earlier");
    assertThat(Files.readString(later)).isEqualTo("later");
  }

  @Test
  void aFileGivenItsNameBackIsWhereItWas() throws IOException {
    Path dropped = dropped("log.csv", "earlier");
    inbox().release(claimed(dropped));
    assertThat(inbox().waiting(NINE).files()).containsExactly(dropped);
  }

  @Test
  void aFileIsTakenOnceItHasSettled() throws IOException {
    Path settled = dropped("settled.csv", "earlier", NINE.minusSeconds(10));
    dropped("settling.csv", "later", NINE.minusMillis(9_999));
    assertThat(inbox().waiting(NINE).files()).containsExactly(settled);
  }

  @Test
  void whatWasClaimedIsTakenWhenEverItWasDropped() throws IOException {
    Path claimed = claimed(dropped("log.csv", "later", NINE.plusSeconds(3_600)));
    assertThat(inbox().waiting(NINE).files()).containsExactly(claimed);
  }

  @Test
  void aFolderThatCannotBeOpenedStopsNoOtherFile() throws Exception {
    Path settled = dropped("log.csv", "earlier");
    try (ClosedFolder closed = ClosedFolder.below(folder.resolve("a"))) {
      assertThat(closed.outer()).isDirectory();
      assertThat(inbox().waiting(NINE)).isEqualTo(new Inbox.Waiting(List.of(settled), 1));
    }
  }

  private Path dropped(String name, String content) throws IOException {
    return dropped(name, content, NINE.minusSeconds(60));
  }

  private Path dropped(String name, String content, Instant at) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setLastModifiedTime(file, FileTime.from(at));
  }
}
