package org.breachledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a sheet once from top to bottom: finds its heading row, its last row, and what whole
 * columns tell about their values; where there is no log, what the sheet seems to be instead.
 */
final class SheetSurvey implements Grid.RowVisitor {

  private final HeadingSearch search;
  private final Vocabulary vocabulary;
  private final MomentCells cells;
  private final GridSheet sheet;
  private final String context;
  private final List<GridRow> top = new ArrayList<>();
  private @Nullable BodySurvey body;
  private boolean searched;
  private boolean filled;
  private @Nullable String seems;

  /**
   * A survey of one sheet.
   *
   * @param context the names of the sheet and the file
   */
  SheetSurvey(
      HeadingSearch search,
      Vocabulary vocabulary,
      MomentCells cells,
      GridSheet sheet,
      String context) {
    this.search = search;
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.sheet = sheet;
    this.context = context;
  }

  @Override
  public boolean visit(GridRow row) {
    if (row.blank()) {
      return true;
    }
    filled = true;
    BodySurvey below = body;
    if (below != null) {
      below.see(row);
      return true;
    }
    top.add(row);
    return top.size() < vocabulary.rules().headingRows() || searchTop();
  }

  /** Looks for the headings in the rows kept so far, then sees those below them. */
  private boolean searchTop() {
    searched = true;
    HeadingRow found = search.find(top, context).orElse(null);
    if (found == null) {
      seems = new Semblance(vocabulary, top).sentence();
      top.clear();
      return false;
    }
    BodySurvey below = new BodySurvey(vocabulary, cells, sheet, found);
    top.forEach(below::see);
    top.clear();
    body = below;
    return true;
  }

  /**
   * Whether the sheet holds a log, now that it has been walked.
   *
   * @param returned whether the file holds rows that were returned, which may tell nothing yet
   */
  boolean log(boolean returned) {
    if (!searched) {
      searchTop();
    }
    BodySurvey below = body;
    boolean tells = below != null && (returned || below.tellsSomething());
    seems = below != null && !tells ? Semblance.NOTHING_TOLD : seems;
    return tells;
  }

  /**
   * The surveyed sheet.
   *
   * @throws IllegalStateException where it holds no log
   */
  SheetPlan plan() {
    BodySurvey below = body;
    if (below == null) {
      throw new IllegalStateException("the sheet holds no log");
    }
    return below.plan();
  }

  /** What a sheet without a log seems to be and what to do; empty where nobody could tell. */
  Optional<String> seems() {
    return Optional.ofNullable(seems);
  }

  /** Whether the sheet holds anything. */
  boolean filled() {
    return filled;
  }
}
