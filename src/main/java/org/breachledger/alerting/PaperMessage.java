package org.breachledger.alerting;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breachledger.calendar.London;

/** What the reader of a paper is told with it: what it is, how fresh, and where it is. */
public final class PaperMessage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMMM yyyy, HH:mm", Locale.UK);

  private PaperMessage() {}

  /**
   * Composes the message about a paper.
   *
   * @param form as this recipient gets it
   * @param pages the address of the pages; empty where the installation names none
   */
  public static AlertMessage compose(
      PublishedPaper paper, Subscription subscription, PaperForm form, String pages) {
    List<String> lines = new ArrayList<>();
    lines.add("To the " + subscription.roleTitle());
    lines.add("");
    lines.addAll(AlertMessage.wrapped("", subscription.says()));
    lines.add("");
    lines.addAll(AlertMessage.wrapped("Paper:     ", paper.title()));
    lines.add("Half to:   " + DAY.format(paper.anchor().minusDays(1)));
    lines.add("Published: " + MOMENT.format(paper.publishedAt().atZone(London.ZONE)));
    if (paper.edition() > 1) {
      lines.addAll(
          AlertMessage.wrapped(
              "Edition:   ",
              paper.edition() + "; it takes the place of the earlier ones and says what changed."));
    }
    lines.add("");
    lines.addAll(AlertMessage.wrapped("", where(paper, form, pages)));
    lines.add("");
    lines.addAll(
        AlertMessage.wrapped(
            "",
            "Times are London time. This message holds no names of people and no descriptions. Each"
                + " paper is sent once."));
    return new AlertMessage(subject(paper), String.join("\n", lines) + "\n");
  }

  private static String subject(PublishedPaper paper) {
    return paper.title() + (paper.edition() > 1 ? " (edition " + paper.edition() + ")" : "");
  }

  private static String where(PublishedPaper paper, PaperForm form, String pages) {
    return switch (form) {
      case ATTACHMENT -> "The paper is attached.";
      case PROTECTED -> "The paper is attached and opens with the password you were given.";
      case LINK ->
          pages.isEmpty()
              ? "The paper waits behind the sign-in. In Breachledger this is paper number "
                  + paper.paperId()
                  + "."
              : "The paper waits behind the sign-in: " + pages + "/papers/" + paper.paperId();
    };
  }
}
