package org.breachledger.intake.mis;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.DateOrder;

/**
 * One layout of an access log: by which headings it is known and what its columns hold.
 *
 * @param name its file's name without the ending
 * @param recognise the headings that make a file one of this layout: all of them must be there
 * @param zone the time zone of its local times
 * @param dates how day and month are ordered where a date can be read both ways
 * @param columns what each heading feeds; of several that feed one field the first filled one
 *     counts
 * @param constants what every line says where no column says it
 */
record AuditProfile(
    String name,
    List<String> recognise,
    ZoneId zone,
    DateOrder dates,
    Map<String, List<AuditField>> columns,
    Map<AuditField, String> constants) {

  private static final int LONGEST = 500;

  /** A heading as headings are compared: without case and punctuation; a long text is none. */
  static String key(String heading) {
    return heading.length() > LONGEST ? heading : FoldedText.of(heading);
  }

  /** Whether a heading row is of this layout. */
  boolean fits(Set<String> headingKeys) {
    return recognise.stream().map(AuditProfile::key).allMatch(headingKeys::contains);
  }
}
