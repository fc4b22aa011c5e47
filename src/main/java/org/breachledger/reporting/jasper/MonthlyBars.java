package org.breachledger.reporting.jasper;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.MonthCount;

/**
 * The months of both halves as bars, each with its number: the half before hatched, this half
 * solid, a month that was not submitted marked as such, near misses in figures below.
 */
public final class MonthlyBars extends AbstractRenderer implements Graphics2DRenderable {

  private static final long serialVersionUID = 1L;
  private static final double LEFT = 58;
  private static final double TOP = 14;
  private static final double FOOT = 51;

  private final transient List<MonthCount> months;
  private final transient Halves halves;

  /** The bars of these months, the oldest first. */
  public MonthlyBars(List<MonthCount> months, Halves halves) {
    this.months = List.copyOf(months);
    this.halves = halves;
  }

  /** The figure in words: every number it shows. */
  public String words() {
    return "Bar chart of incidents by month. Half before: "
        + words(month -> !halves.thisHalf(month.month()))
        + ". This half: "
        + words(month -> halves.thisHalf(month.month()))
        + ".";
  }

  private String words(Predicate<MonthCount> half) {
    return months.stream().filter(half).map(MonthlyBars::words).collect(Collectors.joining("; "));
  }

  private static String words(MonthCount month) {
    String name = month.month().getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    return name
        + " "
        + month.month().getYear()
        + " "
        + month.counted()
        + (month.nearMisses() == 0 ? "" : ", near misses " + month.nearMisses())
        + (month.submitted() ? "" : ", not submitted in full");
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
    Ink ink = new Ink(context, graphics, 7.5f);
    double base = area.getMaxY() - FOOT;
    double step = (area.getWidth() - LEFT) / Math.max(1, months.size());
    int most = Math.max(1, months.stream().mapToInt(MonthCount::counted).max().orElse(1));
    double unit = (base - area.getY() - TOP) / most;
    ink.rule(area.getX(), base, area.getMaxX(), base);
    ink.left("Incidents", area.getX(), base - 3, Ink.QUIET, false);
    ink.left("Near misses", area.getX(), base + 22, Ink.QUIET, false);
    for (int i = 0; i < months.size(); i++) {
      month(ink, months.get(i), area.getX() + LEFT + i * step, base, step, unit);
    }
    brace(ink, area, base, step, false);
    brace(ink, area, base, step, true);
  }

  private void month(Ink ink, MonthCount month, double x, double base, double step, double unit) {
    double width = step * 0.62;
    double height = month.counted() * unit;
    Rectangle2D bar = new Rectangle2D.Double(x + (step - width) / 2, base - height, width, height);
    double middle = x + step / 2;
    if (!month.submitted()) {
      ink.unknown(
          new Rectangle2D.Double(bar.getX() - 2, base - height - 13, width + 4, height + 13));
    }
    if (height > 0 && halves.thisHalf(month.month())) {
      ink.solid(bar);
    } else if (height > 0) {
      ink.hatched(bar);
    }
    String number = String.format(Locale.UK, "%,d", month.counted());
    ink.centred(number + (month.submitted() ? "" : "?"), middle, base - height - 4, Ink.TEXT, true);
    String name = month.month().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    ink.centred(name, middle, base + 11, Ink.TEXT, false);
    ink.centred(Integer.toString(month.nearMisses()), middle, base + 22, Ink.QUIET, false);
  }

  private void brace(Ink ink, Rectangle2D area, double base, double step, boolean thisHalf) {
    List<MonthCount> half =
        months.stream().filter(month -> halves.thisHalf(month.month()) == thisHalf).toList();
    if (half.isEmpty()) {
      return;
    }
    double from = area.getX() + LEFT + months.indexOf(half.get(0)) * step + 3;
    double to = from + half.size() * step - 6;
    ink.rule(from, base + 29, to, base + 29);
    int sum = half.stream().mapToInt(MonthCount::counted).sum();
    String name =
        (thisHalf ? "This half: " : "Half before: ") + String.format(Locale.UK, "%,d", sum);
    String days = thisHalf ? halves.currentWords() : halves.previousWords();
    ink.centred(name, (from + to) / 2, base + 38.5, Ink.TEXT, true);
    ink.centred(days, (from + to) / 2, base + 48, Ink.QUIET, false);
  }
}
