package org.breachledger.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody does to a long chain or to the records its entries hold shows, and nothing
 * before it is blamed. Every third entry holds some records. A hundred touches of a chain of two
 * thousand entries; {@code -Daudit.mutations=1000 -Daudit.entries=100000} asks for more, which
 * takes minutes.
 */
class AuditMutationTest {

  private static final int ENTRIES = Integer.getInteger("audit.entries", 2000);
  private static final int MUTATIONS = Integer.getInteger("audit.mutations", 100);
  private static final Instant BEGIN = Instant.parse("2026-07-01T02:00:00Z");

  /** What can be done to a chain; each says which entry is the first that can be blamed. */
  private interface Touch {
    int on(List<Kept> chain, int place, Random random);
  }

  /** An entry and the records that are kept as its own. */
  private record Kept(AuditEntry entry, List<RecordStretch> records) {

    Kept with(AuditEntry other) {
      return new Kept(other, records);
    }

    RecordTree tree() {
      RecordTree tree = new RecordTree();
      records.forEach(stretch -> stretch.each(tree::add));
      return tree;
    }
  }

  private static final List<Touch> TOUCHES =
      List.of(
          AuditMutationTest::changeOneValue,
          AuditMutationTest::remove,
          AuditMutationTest::cutShort,
          AuditMutationTest::repeat,
          AuditMutationTest::swap,
          AuditMutationTest::sealAnew,
          AuditMutationTest::sealAllThatFollowsAnew,
          AuditMutationTest::addBehindTheEnd,
          AuditMutationTest::changeARecord,
          AuditMutationTest::removeARecord,
          AuditMutationTest::addARecord,
          AuditMutationTest::swapRecords,
          AuditMutationTest::moveRecordsToTheNextEntry,
          AuditMutationTest::stripTheRecords,
          AuditMutationTest::stripTheRecordsAndSealAnew,
          AuditMutationTest::makeTheLastEntryOneOfBefore);

  @Test
  void everyTouchOfALongChainShows() {
    List<Kept> whole = chain();
    AuditHead head = whole.get(ENTRIES - 1).entry().head();
    assertThat(check(whole, head).whole()).isTrue();
    IntStream.range(0, MUTATIONS)
        .parallel()
        .forEach(
            number -> {
              Random random = new Random(number);
              List<Kept> chain = new ArrayList<>(whole);
              int touch = number % TOUCHES.size();
              int place = random.nextInt(ENTRIES - 1);
              int first = TOUCHES.get(touch).on(chain, place, random);
              AuditCheck found = check(chain, head);
              assertThat(found.firstTouched())
                  .as("touch %d at place %d: %s", touch, place, found.sentence())
                  .isEqualTo(first);
            });
  }

  private static List<Kept> chain() {
    List<Kept> entries = new ArrayList<>(ENTRIES);
    AuditHead head = AuditHead.START;
    for (int i = 1; i <= ENTRIES; i++) {
      Kept kept = kept(head, "import " + i, BEGIN.plusSeconds(i), records(i));
      entries.add(kept);
      head = kept.entry().head();
    }
    return entries;
  }

  /** Stretches of three records and of two, as a transaction of two statements leaves them. */
  private static List<RecordStretch> records(int entry) {
    return entry % 3 == 0
        ? List.of(stretch("facts", entry * 10L, 3), stretch("past", entry * 10L, 2))
        : List.of();
  }

  private static RecordStretch stretch(String part, long first, int records) {
    Long[] incidents = LongStream.range(first, first + records).boxed().toArray(Long[]::new);
    byte[] contents = new byte[32 * records];
    new Random(first + records).nextBytes(contents);
    return new RecordStretch(part, incidents, incidents, contents);
  }

  private static Kept kept(
      AuditHead head, String subject, Instant at, List<RecordStretch> records) {
    Kept unsealed = new Kept(entry(head, subject, at, new RecordTree()), records);
    return unsealed.with(entry(head, subject, at, unsealed.tree()));
  }

  private static AuditEntry entry(AuditHead head, String subject, Instant at, RecordTree records) {
    return AuditEntry.following(
        head,
        1,
        at,
        "import",
        "import",
        subject,
        AuditDetails.none().and("rows", head.seq()),
        records);
  }

  private static AuditCheck check(List<Kept> entries, AuditHead head) {
    AuditChain chain = new AuditChain();
    entries.forEach(kept -> chain.take(kept.entry(), kept.tree()));
    return chain.endsAt(head);
  }

  /** One letter of one value, the hashes among them. */
  private static int changeOneValue(List<Kept> chain, int place, Random random) {
    AuditEntry was = chain.get(place).entry();
    int field = random.nextInt(11);
    chain.set(
        place,
        chain
            .get(place)
            .with(
                new AuditEntry(
                    field == 8 ? 3 - was.form() : was.form(),
                    field == 0 ? was.trust() + 1 : was.trust(),
                    was.seq(),
                    field == 1 ? was.at().plusNanos(1000) : was.at(),
                    field == 2 ? other(was.who(), random) : was.who(),
                    field == 3 ? other(was.action(), random) : was.action(),
                    field == 4 ? other(was.subject(), random) : was.subject(),
                    field == 5 ? other(was.details(), random) : was.details(),
                    field == 9 ? was.records() + 1 : was.records(),
                    field == 10 ? other(was.root() + "0", random) : was.root(),
                    field == 6 ? other(was.previousHash(), random) : was.previousHash(),
                    field == 7 ? other(was.hash(), random) : was.hash())));
    return place + 1;
  }

  private static String other(String text, Random random) {
    int at = random.nextInt(text.length());
    char c = text.charAt(at) == 'x' ? 'y' : 'x';
    return text.substring(0, at) + c + text.substring(at + 1);
  }

  private static int remove(List<Kept> chain, int place, Random random) {
    chain.remove(place);
    return place + 1;
  }

  private static int cutShort(List<Kept> chain, int place, Random random) {
    chain.subList(place, chain.size()).clear();
    return place + 1;
  }

  private static int repeat(List<Kept> chain, int place, Random random) {
    chain.add(place + 1, chain.get(place));
    return place + 1;
  }

  private static int swap(List<Kept> chain, int place, Random random) {
    chain.set(place, chain.set(place + 1, chain.get(place)));
    return place + 1;
  }

  /** Changed and sealed as if it were genuine: the entry after it does not follow it any more. */
  private static int sealAnew(List<Kept> chain, int place, Random random) {
    chain.set(place, kept(before(chain, place), "import 0", BEGIN, chain.get(place).records()));
    return place + 2;
  }

  /** The whole end written anew: only the head kept elsewhere tells. */
  private static int sealAllThatFollowsAnew(List<Kept> chain, int place, Random random) {
    AuditHead head = before(chain, place);
    for (int i = place; i < chain.size(); i++) {
      Kept forged = kept(head, "import 0", BEGIN, chain.get(i).records());
      chain.set(i, forged);
      head = forged.entry().head();
    }
    return chain.size();
  }

  private static int addBehindTheEnd(List<Kept> chain, int place, Random random) {
    chain.add(kept(before(chain, chain.size()), "import 0", BEGIN, List.of()));
    return chain.size();
  }

  private static AuditHead before(List<Kept> chain, int place) {
    return place == 0 ? AuditHead.START : chain.get(place - 1).entry().head();
  }

  /** The nearest entry with records, from a place on or before it: number 3 at the earliest. */
  private static int withRecords(int place) {
    return Math.max(2, place - (place + 1) % 3);
  }

  private static int keep(List<Kept> chain, int at, List<RecordStretch> records) {
    chain.set(at, new Kept(chain.get(at).entry(), records));
    return at + 1;
  }

  /** Its kind, its incident, what stands beside it or its content. */
  private static int changeARecord(List<Kept> chain, int place, Random random) {
    int at = withRecords(place);
    long first = (at + 1) * 10L;
    int field = random.nextInt(4);
    Long[] incidents = {first, first + 1, field == 0 ? 1 : first + 2};
    Long[] beside = {first, first + 1, field == 1 ? 1 : first + 2};
    byte[] contents = new byte[96];
    new Random(first + 3).nextBytes(contents);
    if (field == 2) {
      contents[random.nextInt(96)] ^= (byte) (1 << random.nextInt(8));
    }
    String part = field == 3 ? "recorded" : "facts";
    return keep(
        chain,
        at,
        List.of(
            new RecordStretch(part, incidents, beside, contents), chain.get(at).records().get(1)));
  }

  private static int removeARecord(List<Kept> chain, int place, Random random) {
    int at = withRecords(place);
    return keep(chain, at, List.of(chain.get(at).records().get(random.nextInt(2))));
  }

  private static int addARecord(List<Kept> chain, int place, Random random) {
    List<RecordStretch> more = new ArrayList<>(chain.get(place).records());
    more.add(random.nextInt(more.size() + 1), stretch("gone", random.nextInt(ENTRIES), 1));
    return keep(chain, place, more);
  }

  private static int swapRecords(List<Kept> chain, int place, Random random) {
    int at = withRecords(place);
    List<RecordStretch> were = chain.get(at).records();
    return keep(chain, at, List.of(were.get(1), were.get(0)));
  }

  /** The later version would be the newest of its incident. */
  private static int moveRecordsToTheNextEntry(List<Kept> chain, int place, Random random) {
    int at = Math.min(withRecords(place), chain.size() - 2);
    at = (at + 1) % 3 == 0 ? at : withRecords(at - 1);
    List<RecordStretch> moved = new ArrayList<>(chain.get(at).records());
    moved.addAll(chain.get(at + 1).records());
    keep(chain, at + 1, moved);
    return keep(chain, at, List.of());
  }

  /** As if it were an entry of the time before records: neither root nor form. */
  private static int stripTheRecords(List<Kept> chain, int place, Random random) {
    int at = withRecords(place);
    chain.set(at, new Kept(withoutRecords(chain.get(at).entry()), List.of()));
    return at + 1;
  }

  /** The forger hashes it as it was hashed then: the entry after it does not follow it. */
  private static int stripTheRecordsAndSealAnew(List<Kept> chain, int place, Random random) {
    int at = Math.min(withRecords(place), chain.size() - 2);
    at = (at + 1) % 3 == 0 ? at : withRecords(at - 1);
    chain.set(at, new Kept(sealedAsBefore(withoutRecords(chain.get(at).entry())), List.of()));
    return at + 1;
  }

  private static int makeTheLastEntryOneOfBefore(List<Kept> chain, int place, Random random) {
    int last = chain.size() - 1;
    chain.set(last, new Kept(sealedAsBefore(withoutRecords(chain.get(last).entry())), List.of()));
    return last + 1;
  }

  private static AuditEntry withoutRecords(AuditEntry was) {
    return new AuditEntry(
        1,
        was.trust(),
        was.seq(),
        was.at(),
        was.who(),
        was.action(),
        was.subject(),
        was.details(),
        0,
        "",
        was.previousHash(),
        was.hash());
  }

  private static AuditEntry sealedAsBefore(AuditEntry was) {
    return EarlierEntries.sealed(was);
  }
}
