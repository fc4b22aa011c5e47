package org.breachledger.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One policy as a school runs it: its titles, labels, referrals and recipients, and the tables it
 * scores and counts by. Every result names the profile and its version.
 *
 * @param name the file's name under {@code jobs/policies} without its ending
 * @param version written into every result; to be raised with every change
 * @param title the policy in a few words, for papers and pages
 * @param source the policies it was read from, and what was adopted or is ours
 * @param titles who is who, by role
 * @param labels the words for scores, lowest first, without gap or overlap
 * @param nearMissLabel the word for a near miss or non-event found at closure
 * @param tables the tables it uses
 * @param review the six-month rule
 * @param hourRounding how the statutory period of hours is counted
 * @param referrals what must go to whom
 * @param investigators who investigates what
 * @param recipients who receives which paper, by the paper's name, as roles
 * @param suppressUpTo papers print no number of people from 1 to this one
 */
public record PolicyProfile(
    String name,
    String version,
    String title,
    String source,
    Map<String, String> titles,
    List<ScoreLabel> labels,
    String nearMissLabel,
    Tables tables,
    Review review,
    HourRounding hourRounding,
    List<Referral> referrals,
    List<Investigation> investigators,
    Map<String, List<String>> recipients,
    int suppressUpTo) {

  /** The profile that runs where none is named. */
  public static final String DEFAULT = "category-levels";

  /** How the hours of a statutory period are counted. */
  public enum HourRounding {
    /** From the moment itself, to the second. */
    OFF,
    /** From the next full hour: the hour in which the moment falls is not counted. */
    NEXT_HOUR
  }

  /**
   * The tables a profile uses, by their names under {@code jobs/}.
   *
   * @param bands numbers of people and their baseline
   * @param factors sensitivity factors and their conditions
   * @param duties what must be done by when
   * @param delayBands the regulator's bands of delay
   * @param routes to whom an incident goes
   * @param closing what has to be there before an incident is closed
   */
  public record Tables(
      String bands,
      String factors,
      String duties,
      String delayBands,
      String routes,
      String closing) {}

  /**
   * The six-month rule.
   *
   * @param months the length of one window and of the time to re-evaluation, in calendar months
   * @param significance below this two-sided p a difference is called more than chance, such as
   *     0.05
   * @param basis where the rule comes from, in words for papers
   */
  public record Review(int months, double significance, String basis) {}

  /**
   * A referral the policy demands.
   *
   * @param labels the labels of incidents it concerns
   * @param to the role they go to
   * @param must whether the policy says must; otherwise it says may
   * @param source the paragraph
   */
  public record Referral(List<String> labels, String to, boolean must, String source) {}

  /**
   * Who investigates incidents of a label.
   *
   * @param labels the labels
   * @param by the role that investigates
   * @param with the roles it works with
   * @param source the paragraph
   */
  public record Investigation(List<String> labels, String by, List<String> with, String source) {}

  /** Copies, so that a profile never changes while it is in use. */
  public PolicyProfile {
    titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    labels = List.copyOf(labels);
    referrals = List.copyOf(referrals);
    investigators = List.copyOf(investigators);
    recipients = Collections.unmodifiableMap(new LinkedHashMap<>(recipients));
  }

  /**
   * Reads the profile of a name.
   *
   * @throws UnknownPolicy naming the profiles there are, where there is none of that name
   * @throws RefusedTable naming file and line, where it is wrong
   */
  public static PolicyProfile read(PolicySource source, String name) {
    if (!list(source).contains(name)) {
      throw new UnknownPolicy(name, list(source));
    }
    return PolicyProfileReader.read(source, name);
  }

  /** The names of all profiles, sorted. */
  public static List<String> list(PolicySource source) {
    return source.list(PolicyProfileReader.FOLDER, PolicyProfileReader.ENDING).stream()
        .map(PolicyProfileReader::nameOf)
        .toList();
  }

  /** The label of a score; the labels cover every score. */
  public ScoreLabel label(int score) {
    return labels.stream().filter(label -> label.scores().holds(score)).findFirst().orElseThrow();
  }

  /** The title of a role, such as {@code dpo}; empty where this policy has no such role. */
  public Optional<String> findTitle(String role) {
    return Optional.ofNullable(titles.get(role));
  }

  /**
   * The title of a role every policy has.
   *
   * @throws IllegalArgumentException where the role is not one of those every policy must fill
   */
  public String title(String role) {
    return findTitle(role)
        .orElseThrow(() -> new IllegalArgumentException("no policy title for role " + role));
  }
}
