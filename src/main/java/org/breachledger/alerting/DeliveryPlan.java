package org.breachledger.alerting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.breachledger.alerting.PlannedMail.Fate;
import org.breachledger.incident.FoldedText;

/**
 * Who would get which paper: every paper against every subscription and every recipient.
 *
 * @param mails in the order of papers, subscriptions and recipients; each paper and address once
 * @param unaddressed sentences on subscribed papers nobody's address is known for
 */
public record DeliveryPlan(List<PlannedMail> mails, List<String> unaddressed) {

  /** Copies the lists. */
  public DeliveryPlan {
    mails = List.copyOf(mails);
    unaddressed = List.copyOf(unaddressed);
  }

  /** A school by what people call it. */
  @FunctionalInterface
  public interface Schools {
    /** Whether the words are a name or number of that school. */
    boolean is(int schoolId, String written);
  }

  /**
   * Plans a delivery.
   *
   * @param written whether there is a message for a paper and an address in lower case already
   * @param password whether a password can be found where a recipient's line says
   */
  public static DeliveryPlan of(
      List<PublishedPaper> papers,
      Subscriptions subscriptions,
      List<Recipient> recipients,
      Schools schools,
      Predicate<PaperAddress> written,
      Predicate<Recipient> password) {
    List<PlannedMail> mails = new ArrayList<>();
    List<String> unaddressed = new ArrayList<>();
    Set<PaperAddress> seen = new HashSet<>();
    for (PublishedPaper paper : papers) {
      for (Subscription subscription : subscriptions.list()) {
        if (!meant(subscription, paper, schools)) {
          continue;
        }
        List<Recipient> readers = readers(subscription, paper, recipients, schools);
        if (readers.isEmpty()) {
          unaddressed.add(nobody(paper, subscription));
        }
        for (Recipient reader : readers) {
          PaperAddress key = PaperAddress.of(paper, reader);
          if (seen.add(key)) {
            mails.add(planned(paper, subscription, reader, written.test(key), password));
          }
        }
      }
    }
    return new DeliveryPlan(mails, unaddressed);
  }

  /** A paper and an address in lower case. */
  public record PaperAddress(long paperId, String address) {
    /** The address of a reader of a paper. */
    public static PaperAddress of(PublishedPaper paper, Recipient reader) {
      return new PaperAddress(paper.paperId(), reader.address().toLowerCase(Locale.ROOT));
    }

    /** Names the paper, never the address. */
    @Override
    public String toString() {
      return "PaperAddress[" + paperId + "]";
    }
  }

  /** The mails of one fate. */
  public List<PlannedMail> of(Fate fate) {
    return mails.stream().filter(mail -> mail.fate() == fate).toList();
  }

  private static PlannedMail planned(
      PublishedPaper paper,
      Subscription subscription,
      Recipient reader,
      boolean written,
      Predicate<Recipient> password) {
    PaperForm form = reader.form().orElse(subscription.form());
    PlannedMail mail = new PlannedMail(paper, subscription, reader, form, Fate.TO_SEND);
    if (written) {
      return mail.but(Fate.WRITTEN_BEFORE);
    }
    if (paper.nothing() && !subscription.tellsNothing()) {
      return mail.but(Fate.NOTHING_TO_TELL);
    }
    return form == PaperForm.PROTECTED && !password.test(reader)
        ? mail.but(Fate.NO_PASSWORD)
        : mail;
  }

  private static boolean meant(Subscription subscription, PublishedPaper paper, Schools schools) {
    return subscription.report().equals(paper.report())
        && (subscription.schools().isEmpty()
            || paper.schoolId() == 0
            || subscription.schools().stream()
                .anyMatch(school -> schools.is(paper.schoolId(), school)));
  }

  private static List<Recipient> readers(
      Subscription subscription,
      PublishedPaper paper,
      List<Recipient> recipients,
      Schools schools) {
    return recipients.stream()
        .filter(one -> one.role().equals(subscription.role()))
        .filter(
            one ->
                one.school().isEmpty()
                    || (paper.schoolId() != 0
                        && schools.is(paper.schoolId(), FoldedText.of(one.school()))))
        .toList();
  }

  private static String nobody(PublishedPaper paper, Subscription subscription) {
    return paper.title() + ": no address is known for the role " + subscription.role();
  }
}
