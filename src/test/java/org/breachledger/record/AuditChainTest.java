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
        .isEqualTo("819fe398efcb7a90c220a2d23dc83b676cc5170b12f589d6412ba24a3fb9fb1c");
    assertThat(EarlierEntries.sealed(first).hash())
        .isEqualTo("1e94a6b72e6a6daed9ceac34951ccf56c4f236da217e730dea6826179ca9fd3b");
    RecordTree one = new RecordTree();
    one.add(new byte[] {'x'});
    assertThat(
            AuditEntry.following(
                    AuditHead.START,
                    1,
                    WEDNESDAY_1_JULY_2026,
                    "dpo",
                    "imported",
                    "import 1",
                    AuditDetails.none().and("rows", 3),
                    one)
                .hash())
        .isEqualTo("b9774278ce72aacfe763456d1a1438fa3152f1cb3fe41afc54a20ddff6751e70");
  }

  @Test
  void entriesOfBeforeRecordsStayValid() {
    List<AuditEntry> mixed = new ArrayList<>();
    AuditHead head = AuditHead.START;
    for (int n = 1; n <= 4; n++) {
      AuditEntry entry =
          AuditEntry.following(
              head,
              1,
              WEDNESDAY_1_JULY_2026,
              "dpo",
              "imported",
              "import " + n,
              AuditDetails.none().and("rows", n));
      mixed.add(n <= 2 ? EarlierEntries.sealed(entry) : entry);
      head = mixed.get(n - 1).head();
    }
    assertThat(check(mixed, head).whole()).isTrue();
  }

  @Test
  void anEntryOfBeforeMayNotFollowOneWithRecords() {
    AuditEntry last = EarlierEntries.sealed(entries.get(4));
    entries.set(4, last);
    assertThat(check(entries, last.head()).sentence())
        .isEqualTo(
            "The audit chain is broken: entry 5 has the form of entries older than the one before it.");
  }

  @Test
  void recordsThatAreNotTheEntrysAreNamed() {
    RecordTree more = new RecordTree();
    more.add(new byte[] {'x'});
    AuditChain chain = new AuditChain();
    for (AuditEntry entry : entries) {
      chain.take(entry, entry.seq() == 3 ? more : new RecordTree());
    }
    assertThat(chain.endsAt(entries.get(4).head()).sentence())
        .isEqualTo("The audit chain is broken: entry 3 does not hold the records kept as its own.");
  }

  /** Entries and head rewound together: only what was printed tells. */
  @Test
  void aChainCutBackIsFoundByAHeadThatWasPrinted() {
    AuditAnchor printed = AuditAnchor.parse(AuditAnchor.printed(entries.get(3).head()), "paper 7");
    assertThat(printed.seq()).isEqualTo(4);
    assertThat(anchored(entries, printed).whole()).isTrue();
    assertThat(anchored(entries.subList(0, 2), printed).sentence())
        .isEqualTo(
            "The audit chain is broken: entry 3 is missing, for paper 7 printed a later one.");
    List<AuditEntry> grownAgain = new ArrayList<>(entries.subList(0, 3));
    grownAgain.add(
        AuditEntry.following(
            entries.get(2).head(),
            1,
            WEDNESDAY_1_JULY_2026,
            "dpo",
            "imported",
            "import 99",
            AuditDetails.none()));
    assertThat(anchored(grownAgain, printed).sentence())
        .isEqualTo("The audit chain is broken: entry 4 is not the one that paper 7 printed.");
  }

  @Test
  void aHashPrintedWithoutItsNumberIsLookedForEverywhere() {
    String hash = entries.get(3).hash().substring(0, 16);
    AuditAnchor printed = AuditAnchor.parse(hash, "paper 7");
    assertThat(anchored(entries, printed).whole()).isTrue();
    assertThat(anchored(entries.subList(0, 3), printed).firstTouched()).isEqualTo(4);
  }

  @Test
  void whatIsNoPrintedHeadIsSaidToBeNone() {
    assertThatThrownBy(() -> AuditAnchor.parse("57/xyz", "you"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("57/3fa94c0d12e5b678");
  }

  private static AuditCheck anchored(List<AuditEntry> entries, AuditAnchor anchor) {
    AuditChain chain = new AuditChain(List.of(anchor));
    entries.forEach(chain::take);
    return chain.endsAt(entries.get(entries.size() - 1).head());
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
        was.form(),
        was.trust(),
        was.seq(),
        was.at(),
        who,
        was.action(),
        was.subject(),
        was.details(),
        was.records(),
        was.root(),
        previousHash,
        hash);
  }
}
