package org.breachledger.intake;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;

/**
 * One layout of one sender: by which headings it is known and what its columns hold. Columns it
 * does not name are kept with the row as they are.
 *
 * @param name its file's name without the ending
 * @param recognise the headings that make a file one of this layout: all of them must be there
 * @param allSchools whether the log would name every school that had an incident, so that it covers
 *     its months for all
 * @param zone the time zone of its local times
 * @param dates how day and month are ordered; {@link DateOrder#UNDECIDED} lets the file decide
 * @param dateOnly whether its times of day mean nothing
 * @param columns what each heading feeds; of several that feed one text field the first named comes
 *     first
 * @param firstOf fields that take the first filled column instead of all
 * @param asBlank words that say nothing in this layout, as {@link Headings#key} folds them
 * @param constants what every row of the layout is
 * @param joined fields of text that add up where rows that follow each other under one reference
 *     say the same in all others: they are one incident written on several rows
 */
record Profile(
    String name,
    List<String> recognise,
    boolean allSchools,
    ZoneId zone,
    DateOrder dates,
    boolean dateOnly,
    Map<String, List<Target>> columns,
    Set<Field> firstOf,
    Set<String> asBlank,
    Facts constants,
    Set<Field> joined) {

  /** Whether a heading row is of this layout. */
  boolean fits(Set<String> headingKeys) {
    return recognise.stream().map(Headings::key).allMatch(headingKeys::contains);
  }
}
