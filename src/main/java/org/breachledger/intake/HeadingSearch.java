package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.intake.WordLists.Name;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that names the columns: below title rows and group headings, above rows that say
 * how to fill in the log. A sheet none of whose rows names a moment or a reference and what
 * happened is no incident log.
 */
final class HeadingSearch {

  private static final Set<Field> TELLING =
      EnumSet.of(Field.REPORTED_TYPE, Field.DESCRIPTION, Field.INDIVIDUALS, Field.SCHOOL);
  private static final int LONGEST_HEADING = 200;

  private final Vocabulary vocabulary;
  private final @Nullable Profile asked;
  private final ColumnMapper mapper;

  HeadingSearch(Vocabulary vocabulary, @Nullable Profile asked, ReadingOptions options) {
    this.vocabulary = vocabulary;
    this.asked = asked;
    this.mapper = new ColumnMapper(vocabulary.headings(), options);
  }

  /**
   * The heading row among the filled rows at the top of a sheet.
   *
   * @param context the names of the sheet and the file, which may say that this is an incident log
   */
  Optional<HeadingRow> find(List<GridRow> top, String context) {
    if (asked == null && new Semblance(vocabulary, top).lookalike(true) != null) {
      return Optional.empty();
    }
    for (int i = 0; i < top.size(); i++) {
      Profile profile = profile(top.get(i));
      if (profile != null) {
        return Optional.of(headingRow(top, i, profile));
      }
    }
    return asked != null ? Optional.empty() : byWords(top, context);
  }

  private @Nullable Profile profile(GridRow row) {
    Set<String> keys =
        row.texts().stream()
            .filter(text -> !text.isEmpty())
            .map(Headings::key)
            .collect(Collectors.toSet());
    if (asked != null) {
      return asked.fits(keys) ? asked : null;
    }
    return vocabulary.profiles().recognise(keys).orElse(null);
  }

  private Optional<HeadingRow> byWords(List<GridRow> top, String context) {
    int best = -1;
    int most = 0;
    boolean named = saysLog(context);
    for (int i = 0; i < top.size(); i++) {
      Found found = found(whole(top, i), i == 0 ? null : top.get(i - 1));
      if (found.headsLog(named) && found.fields().size() > most) {
        best = i;
        most = found.fields().size();
      }
      named = named || saysLog(String.join(" | ", top.get(i).texts()));
    }
    return best < 0 ? Optional.empty() : Optional.of(headingRow(top, best, null));
  }

  private boolean saysLog(String text) {
    return vocabulary.words().hasWithin(Name.LOG, text);
  }

  /** A heading merged with the row of groups above it stands in that row only. */
  private static GridRow whole(List<GridRow> top, int at) {
    GridRow row = top.get(at);
    GridRow above = at == 0 ? row : top.get(at - 1);
    if (above.number() != row.number() - 1 || above.filled() < 2 || !words(above)) {
      return row;
    }
    List<GridCell> cells = new ArrayList<>();
    for (int column = 0; column < Math.max(row.cells().size(), above.cells().size()); column++) {
      cells.add(row.cell(column).blank() ? above.cell(column) : row.cell(column));
    }
    return new GridRow(row.number(), cells, row.hidden());
  }

  /** What a row would name if it held the headings. */
  private record Found(Set<Field> fields, boolean sure) {

    boolean headsLog(boolean named) {
      boolean anchored =
          fields.contains(Field.REFERENCE)
              || fields.stream().anyMatch(field -> field.kind() == FieldKind.MOMENT);
      boolean what = fields.contains(Field.REPORTED_TYPE) || fields.contains(Field.DESCRIPTION);
      boolean telling = fields.stream().anyMatch(TELLING::contains);
      return anchored && (sure || named) && (fields.size() >= 3 ? telling : what);
    }
  }

  private Found found(GridRow row, @Nullable GridRow above) {
    if (!words(row)) {
      return new Found(Set.of(), false);
    }
    ColumnMap map = mapper.map(row, above, null);
    Set<Field> fields = new HashSet<>();
    map.fields().forEach(plan -> fields.add(plan.field()));
    boolean sure =
        map.origins().values().stream().anyMatch(Origin::said)
            || row.texts().stream()
                .flatMap(text -> vocabulary.headings().find(text).stream())
                .anyMatch(Headings.Meaning::sure);
    return new Found(fields, sure);
  }

  /** Headings are words: a row of numbers, dates or long texts is none. */
  private static boolean words(GridRow row) {
    int other = 0;
    for (GridCell cell : row.cells()) {
      boolean heading =
          cell.blank()
              || (cell.kind() == GridCell.Kind.TEXT && cell.text().length() <= LONGEST_HEADING);
      other += heading ? 0 : 1;
    }
    return row.filled() >= 2 && other * 4 <= row.filled();
  }

  private HeadingRow headingRow(List<GridRow> top, int at, @Nullable Profile profile) {
    GridRow above = at == 0 ? null : top.get(at - 1);
    GridRow row = profile == null ? whole(top, at) : top.get(at);
    ColumnMap columns = mapper.map(row, above, profile);
    List<List<String>> titles = new ArrayList<>();
    for (GridRow title : top.subList(0, at)) {
      titles.add(title.texts().stream().filter(text -> !text.isEmpty()).toList());
    }
    int next = at + 1;
    while (next < top.size()
        && top.get(next).number() == top.get(next - 1).number() + 1
        && explains(top.get(next), columns)) {
      next++;
    }
    return new HeadingRow(
        row.number(),
        top.get(next - 1).number() + 1,
        List.copyOf(titles),
        columns,
        profile,
        written(top, at));
  }

  /** The heading row and the rows directly above it that hold more than one cell. */
  private static List<List<String>> written(List<GridRow> top, int at) {
    int first = at;
    while (first > 0
        && top.get(first - 1).number() == top.get(first).number() - 1
        && top.get(first - 1).filled() > 1) {
      first--;
    }
    return top.subList(first, at + 1).stream().map(GridRow::texts).toList();
  }

  /** Whether a row below the headings says how to fill them in, or names the columns again. */
  private boolean explains(GridRow row, ColumnMap columns) {
    if (numbering(row)) {
      return true;
    }
    if (!words(row) || dated(row, columns)) {
      return false;
    }
    long hints =
        row.texts().stream().filter(text -> vocabulary.words().hasWithin(Name.HINT, text)).count();
    return hints * 2 >= row.filled()
        || (hints >= 2 && hints * 4 >= row.filled())
        || found(row, null).fields().size() * 2 > columns.fields().size();
  }

  /** 1, 2, 3 … from the first filled column on number the columns. */
  private static boolean numbering(GridRow row) {
    List<String> texts = row.texts().stream().filter(text -> !text.isEmpty()).toList();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return texts.size() >= 3;
  }

  /** A row with a date under a heading of dates is an incident, whatever its words are. */
  private static boolean dated(GridRow row, ColumnMap columns) {
    GridRow heard = columns.heard(row);
    return columns.fields().stream()
        .filter(plan -> plan.field().kind() == FieldKind.MOMENT)
        .map(plan -> heard.cell(plan.first().column()))
        .anyMatch(
            cell -> cell.kind() == GridCell.Kind.DATE || MomentText.parse(cell.text()).isPresent());
  }
}
