package org.breachledger.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way to touch a chain shows, and the first touched entry is named. */
class AuditChainTest {

  private static final Instant WEDNESDAY_1_JULY_2026 = Instant.parse("2026-07-01T02:00:00Z");

  private final List<AuditEntry> entries = chainOf(5);

  @Test
  void anUntouchedChainIsWhole() {
    AuditCheck check = check(entries, entries.get(4).head());
    assertThat(check).isEqualTo(new AuditCheck(5, null, "The audit chain is whole: 5 entries."));
    assertThat(check.whole()).isTrue();
  }

  @Test
  void aChainWithoutEntriesIsWhole() {
    assertThat(check(List.of(), AuditHead.START).sentence())
        .isEqualTo("The audit chain is whole: 0 entries.");
  }

  @Test
  void aChangedEntryIsNamed() {
    AuditEntry was = entries.get(2);
    entries.set(2, with(was, "somebody else", was.previousHash(), was.hash()));
    assertTouched(3, "was changed after it was written");
  }

  @Test
  void anEntrySealedAnewIsFoundAtTheNextOne() {
    AuditEntry was = entries.get(2);
    entries.set(
        2,
        AuditEntry.following(
            entries.get(1).head(),
            1,
            was.at(),
            "somebody else",
            was.action(),
            was.subject(),
            AuditDetails.none()));
    assertTouched(4, "does not follow the entry before it");
  }

  @Test
  void aRemovedEntryIsNamed() {
    entries.remove(2);
    assertTouched(3, "is missing");
  }

  @Test
  void theRemovedFirstEntryIsNamed() {
    entries.remove(0);
    assertTouched(1, "is missing");
  }

  @Test
  void aChainCutShortIsNoticed() {
    AuditHead head = entries.get(4).head();
    assertThat(check(entries.subList(0, 3), head).firstTouched()).isEqualTo(4);
    assertThat(check(List.of(), head).firstTouched()).isEqualTo(1);
  }

  @Test
  void anEntryBehindTheEndIsNoticed() {
    assertThat(check(entries, entries.get(3).head()).firstTouched()).isEqualTo(5);
  }

  @Test
  void theLastEntrySealedAnewIsNoticed() {
    AuditHead head = entries.get(4).head();
    AuditEntry was = entries.get(4);
    entries.set(
        4,
        AuditEntry.following(
            entries.get(3).head(), 1, was.at(), "x", "y", "z", AuditDetails.none()));
    assertThat(check(entries, head).firstTouched()).isEqualTo(5);
  }

  @Test
  void anotherTrustsChainIsAnother() {
    AuditEntry ours =
        AuditEntry.following(
            AuditHead.START, 1, WEDNESDAY_1_JULY_2026, "w", "a", "s", AuditDetails.none());
    AuditEntry theirs =
        AuditEntry.following(
            AuditHead.START, 2, WEDNESDAY_1_JULY_2026, "w", "a", "s", AuditDetails.none());
    assertThat(ours.hash()).isNotEqualTo(theirs.hash());
  }

  /** Reckoned by hand with sha256sum, from the form the entry's documentation gives. */
  @Test
  void theHashCanBeReckonedByAnyone() {
    AuditEntry first =
        AuditEntry.following(
            AuditHead.START,
            1,
            WEDNESDAY_1_JULY_2026,
            "dpo",
            "imported",
            "import 1",
            AuditDetails.none().and("rows", 3));
    assertThat(first.hash())
        .isEqualTo("1e94a6b72e6a6daed9ceac34951ccf56c4f236da217e730dea6826179ca9fd3b");
  }

  @Test
  void anEntrySaysWhoWhatAndToWhich() {
    assertThatThrownBy(
            () ->
                AuditEntry.following(
                    AuditHead.START,
                    1,
                    WEDNESDAY_1_JULY_2026,
                    " ",
                    "imported",
                    "import 1",
                    AuditDetails.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertTouched(long seq, String how) {
    AuditCheck check = check(entries, chainOf(5).get(4).head());
    assertThat(check.whole()).isFalse();
    assertThat(check.firstTouched()).isEqualTo(seq);
    assertThat(check.sentence())
        .isEqualTo("The audit chain is broken: entry " + seq + " " + how + ".");
  }

  private static AuditCheck check(List<AuditEntry> entries, AuditHead head) {
    AuditChain chain = new AuditChain();
    entries.forEach(chain::take);
    return chain.endsAt(head);
  }

  private static List<AuditEntry> chainOf(int length) {
    List<AuditEntry> entries = new ArrayList<>();
    AuditHead head = AuditHead.START;
    for (int n = 1; n <= length; n++) {
      AuditEntry entry =
          AuditEntry.following(
              head,
              1,
              WEDNESDAY_1_JULY_2026.plusSeconds(n),
              "dpo",
              "imported",
              "import " + n,
              AuditDetails.none().and("rows", n));
      entries.add(entry);
      head = entry.head();
    }
    return entries;
  }

  private static AuditEntry with(AuditEntry was, String who, String previousHash, String hash) {
    return new AuditEntry(
        was.trust(),
        was.seq(),
        was.at(),
        who,
        was.action(),
        was.subject(),
        was.details(),
        previousHash,
        hash);
  }
}
