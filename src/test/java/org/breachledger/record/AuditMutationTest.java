package org.breachledger.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody does to a long chain shows, and nothing before it is blamed. A hundred touches
 * of a chain of two thousand entries; {@code -Daudit.mutations=1000 -Daudit.entries=100000} asks
 * for more, which takes minutes.
 */
class AuditMutationTest {

  private static final int ENTRIES = Integer.getInteger("audit.entries", 2000);
  private static final int MUTATIONS = Integer.getInteger("audit.mutations", 100);
  private static final Instant BEGIN = Instant.parse("2026-07-01T02:00:00Z");

  /** What can be done to a chain; each says which entry is the first that can be blamed. */
  private interface Touch {
    int on(List<AuditEntry> chain, int place, Random random);
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
          AuditMutationTest::addBehindTheEnd);

  @Test
  void everyTouchOfALongChainShows() {
    List<AuditEntry> whole = chain();
    AuditHead head = whole.get(ENTRIES - 1).head();
    assertThat(check(whole, head).whole()).isTrue();
    IntStream.range(0, MUTATIONS)
        .parallel()
        .forEach(
            number -> {
              Random random = new Random(number);
              List<AuditEntry> chain = new ArrayList<>(whole);
              int touch = number % TOUCHES.size();
              int place = random.nextInt(ENTRIES - 1);
              int first = TOUCHES.get(touch).on(chain, place, random);
              AuditCheck found = check(chain, head);
              assertThat(found.firstTouched())
                  .as("touch %d at place %d: %s", touch, place, found.sentence())
                  .isEqualTo(first);
            });
  }

  private static List<AuditEntry> chain() {
    List<AuditEntry> entries = new ArrayList<>(ENTRIES);
    AuditHead head = AuditHead.START;
    for (int i = 1; i <= ENTRIES; i++) {
      AuditEntry entry = entry(head, "import " + i, BEGIN.plusSeconds(i));
      entries.add(entry);
      head = entry.head();
    }
    return entries;
  }

  private static AuditEntry entry(AuditHead head, String subject, Instant at) {
    return AuditEntry.following(
        head, 1, at, "import", "import", subject, AuditDetails.none().and("rows", head.seq()));
  }

  private static AuditCheck check(List<AuditEntry> entries, AuditHead head) {
    AuditChain chain = new AuditChain();
    entries.forEach(chain::take);
    return chain.endsAt(head);
  }

  /** One letter of one value, the hashes among them. */
  private static int changeOneValue(List<AuditEntry> chain, int place, Random random) {
    AuditEntry was = chain.get(place);
    int field = random.nextInt(8);
    chain.set(
        place,
        new AuditEntry(
            field == 0 ? was.trust() + 1 : was.trust(),
            was.seq(),
            field == 1 ? was.at().plusNanos(1000) : was.at(),
            field == 2 ? other(was.who(), random) : was.who(),
            field == 3 ? other(was.action(), random) : was.action(),
            field == 4 ? other(was.subject(), random) : was.subject(),
            field == 5 ? other(was.details(), random) : was.details(),
            field == 6 ? other(was.previousHash(), random) : was.previousHash(),
            field == 7 ? other(was.hash(), random) : was.hash()));
    return place + 1;
  }

  private static String other(String text, Random random) {
    int at = random.nextInt(text.length());
    char c = text.charAt(at) == 'x' ? 'y' : 'x';
    return text.substring(0, at) + c + text.substring(at + 1);
  }

  private static int remove(List<AuditEntry> chain, int place, Random random) {
    chain.remove(place);
    return place + 1;
  }

  private static int cutShort(List<AuditEntry> chain, int place, Random random) {
    chain.subList(place, chain.size()).clear();
    return place + 1;
  }

  private static int repeat(List<AuditEntry> chain, int place, Random random) {
    chain.add(place + 1, chain.get(place));
    return place + 1;
  }

  private static int swap(List<AuditEntry> chain, int place, Random random) {
    chain.set(place, chain.set(place + 1, chain.get(place)));
    return place + 1;
  }

  /** Changed and sealed as if it were genuine: the entry after it does not follow it any more. */
  private static int sealAnew(List<AuditEntry> chain, int place, Random random) {
    chain.set(place, entry(before(chain, place), "import 0", BEGIN));
    return place + 2;
  }

  /** The whole end written anew: only the head kept elsewhere tells. */
  private static int sealAllThatFollowsAnew(List<AuditEntry> chain, int place, Random random) {
    AuditHead head = before(chain, place);
    for (int i = place; i < chain.size(); i++) {
      AuditEntry forged = entry(head, "import 0", BEGIN);
      chain.set(i, forged);
      head = forged.head();
    }
    return chain.size();
  }

  private static int addBehindTheEnd(List<AuditEntry> chain, int place, Random random) {
    chain.add(entry(before(chain, chain.size()), "import 0", BEGIN));
    return chain.size();
  }

  private static AuditHead before(List<AuditEntry> chain, int place) {
    return place == 0 ? AuditHead.START : chain.get(place - 1).head();
  }
}
