package org.breachledger.intake.mis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.intake.DateOrder;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of one sheet of an access log stand.
 *
 * @param profile the layout it was recognised by
 * @param headerRow the row of the headings
 * @param columns for each field the columns that feed it, from 0, the first filled one counts
 * @param mapping what each heading feeds
 * @param unmapped the headings nothing is taken from
 */
record AuditLayout(
    AuditProfile profile,
    int headerRow,
    Map<AuditField, int[]> columns,
    Map<String, String> mapping,
    List<String> unmapped) {

  private static final int[] NOWHERE = {};

  /** The layout of a heading row; empty where no profile knows it. */
  static Optional<AuditLayout> of(
      AuditProfiles profiles, int row, List<String> headings, @Nullable String asked) {
    return profiles.recognise(headings, asked).map(profile -> of(profile, row, headings));
  }

  private static AuditLayout of(AuditProfile profile, int row, List<String> headings) {
    Map<AuditField, int[]> columns = new EnumMap<>(AuditField.class);
    Map<String, String> mapping = new LinkedHashMap<>();
    profile
        .columns()
        .forEach(
            (heading, fields) -> {
              int column = position(headings, heading);
              if (column >= 0) {
                fields.forEach(
                    field -> columns.merge(field, new int[] {column}, AuditLayout::join));
                mapping.put(
                    headings.get(column),
                    String.join(";", fields.stream().map(AuditField::code).toList()));
              }
            });
    List<String> unmapped = new ArrayList<>(headings);
    unmapped.removeIf(heading -> heading.isEmpty() || mapping.containsKey(heading));
    return new AuditLayout(profile, row, columns, mapping, unmapped);
  }

  private static int position(List<String> headings, String wanted) {
    String key = AuditProfile.key(wanted);
    for (int i = 0; i < headings.size(); i++) {
      if (AuditProfile.key(headings.get(i)).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static int[] join(int[] before, int[] more) {
    int[] both = java.util.Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, both, before.length, more.length);
    return both;
  }

  /** The columns that feed a field; none where no heading does. */
  int[] of(AuditField field) {
    return columns.getOrDefault(field, NOWHERE);
  }

  DateOrder dates() {
    return profile.dates();
  }

  /** What every line says of a field where no column says it. */
  String constant(AuditField field) {
    return profile.constants().getOrDefault(field, "");
  }
}
