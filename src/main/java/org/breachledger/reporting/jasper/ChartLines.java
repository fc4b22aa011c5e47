package org.breachledger.reporting.jasper;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.breachledger.recurrence.ControlChart.Limits;
import org.breachledger.recurrence.ControlChart.Point;
import org.breachledger.recurrence.ControlChart.Signal;
import org.breachledger.reporting.ChartedType;

/**
 * A control chart: points joined by a line, the average as a thin line, limits dashed and named, a
 * ring around what stands out. Months without an incident are drawn.
 */
public final class ChartLines extends AbstractRenderer implements Graphics2DRenderable {

  private static final long serialVersionUID = 1L;
  private static final double RIGHT = 62;
  private static final double SIDE = 8;
  private static final double TOP = 13;
  private static final double FOOT = 14;
  private static final int ALL_NUMBERED = 18;
  private static final int NAMED = 7;
  private static final double LINE = 9;

  private final transient ChartedType type;
  private final transient List<Point> points;

  /** The lines of one chart. */
  public ChartLines(ChartedType type) {
    this.type = type;
    this.points = type.chart().points();
  }

  /** The figure in words: every number it shows. */
  public String words() {
    String each =
        points.stream()
            .map(point -> type.name(point) + " " + ChartedType.number(point.value()))
            .collect(Collectors.joining("; "));
    return type.title()
        + ", chart of "
        + (type.days() ? "the days since the incident before" : "incidents by month")
        + ": "
        + each
        + type.chart().limits().map(limits -> words(limits)).orElse(". No limits")
        + ".";
  }

  private String words(Limits limits) {
    return (type.days() ? ". Half of the waits are expected below " : ". Average ")
        + ChartedType.number(limits.centre())
        + "; upper limit "
        + ChartedType.number(limits.upper())
        + (limits.lower() > 0
            ? "; lower limit " + ChartedType.number(limits.lower())
            : "; no lower limit");
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
    Ink ink = new Ink(context, graphics, 7.5f);
    double base = area.getMaxY() - FOOT;
    double unit = (base - area.getY() - TOP) / greatest();
    double width = area.getWidth() - RIGHT;
    double step = (width - 2 * SIDE) / Math.max(1, points.size());
    double left = area.getX() + SIDE;
    ink.rule(area.getX(), base, area.getX() + width, base);
    type.chart().limits().ifPresent(limits -> lines(ink, limits, area.getX(), width, base, unit));
    for (int i = 1; i < points.size(); i++) {
      double x = left + (i + 0.5) * step;
      ink.join(x - step, y(i - 1, base, unit), x, y(i, base, unit));
    }
    Set<Integer> ringed = ringed();
    int every = Math.max(1, (int) Math.ceil(points.size() / (double) NAMED));
    for (int i = 0; i < points.size(); i++) {
      double x = left + (i + 0.5) * step;
      point(ink, i, x, y(i, base, unit), ringed.contains(i));
      if (i % every == 0) {
        ink.centred(shortName(points.get(i)), x, base + 11, Ink.QUIET, false);
      }
    }
  }

  private void point(Ink ink, int point, double x, double y, boolean ringed) {
    ink.point(x, y, ringed);
    if (ringed || numbered(points.get(point).value())) {
      String number = ChartedType.number(points.get(point).value());
      ink.centred(number, x, y - 5, Ink.TEXT, ringed);
    }
  }

  /** All where there is room; else the greatest, and where no lines give a scale what is not 0. */
  private boolean numbered(double value) {
    return points.size() <= ALL_NUMBERED
        || value == points.stream().mapToDouble(Point::value).max().orElse(0)
        || (type.chart().limits().isEmpty() && value > 0);
  }

  private Set<Integer> ringed() {
    Set<Integer> ringed = new TreeSet<>();
    for (Signal signal : type.chart().signals()) {
      IntStream.rangeClosed(signal.first(), signal.last()).forEach(ringed::add);
    }
    return ringed;
  }

  private double greatest() {
    double most = points.stream().mapToDouble(Point::value).max().orElse(1);
    double limit = type.chart().limits().map(Limits::upper).orElse(0.0);
    return Math.max(1, Math.max(most, limit));
  }

  private double y(int point, double base, double unit) {
    return base - points.get(point).value() * unit;
  }

  private void lines(Ink ink, Limits limits, double x, double width, double base, double unit) {
    double right = x + width;
    double centre = base - limits.centre() * unit;
    double upper = base - limits.upper() * unit;
    ink.rule(x, centre, right, centre);
    ink.dashed(x, upper, right, upper);
    named(ink, "limit ", limits.upper(), right, upper);
    double below = Math.max(centre, upper + LINE);
    named(ink, type.days() ? "usual " : "average ", limits.centre(), right, below);
    if (limits.lower() > 0) {
      double lower = base - limits.lower() * unit;
      ink.dashed(x, lower, right, lower);
      named(ink, "limit ", limits.lower(), right, Math.max(lower, below + LINE));
    }
  }

  private static void named(Ink ink, String what, double value, double x, double y) {
    ink.left(what + ChartedType.number(value), x + 3, y + 2.5, Ink.QUIET, false);
  }

  private String shortName(Point point) {
    return point.day().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        + " "
        + String.format(Locale.UK, "%02d", point.day().getYear() % 100);
  }
}
