package org.breachledger.reporting.jasper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/**
 * Draws figures: the half before is hatched, this half is solid, so that neither print in black nor
 * a colour-blind eye confuses them. Measures are points.
 */
final class Ink {

  static final Color TEXT = new Color(0x1B2A31);
  static final Color QUIET = new Color(0x55636B);
  static final Color RULE = new Color(0xB9C4C9);

  private static final float GAP = 3.2f;

  private final Graphics2D graphics;
  private final Font plain;
  private final Font bold;
  private final Color accent;

  Ink(JasperReportsContext context, Graphics2D graphics, float size) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    this.plain = font(context, Font.PLAIN, size);
    this.bold = font(context, Font.BOLD, size);
    this.accent = Colouring.accent(context);
  }

  private static Font font(JasperReportsContext context, int weight, float size) {
    return FontUtil.getInstance(context)
        .getAwtFontFromBundles("DejaVu Sans Condensed", weight, size, Locale.UK, false);
  }

  /** A solid bar. */
  void solid(Rectangle2D bar) {
    graphics.setColor(accent);
    graphics.fill(bar);
  }

  /** A hatched bar: rising lines, each cut where it meets the bar's edge. */
  void hatched(Rectangle2D bar) {
    graphics.setColor(accent);
    graphics.setStroke(new BasicStroke(0.7f));
    graphics.draw(bar);
    graphics.setStroke(new BasicStroke(0.6f));
    for (double x = bar.getMinX() - bar.getHeight() + GAP; x < bar.getMaxX(); x += GAP) {
      double from = Math.max(x, bar.getMinX());
      double to = Math.min(x + bar.getHeight(), bar.getMaxX());
      graphics.draw(new Line2D.Double(from, bar.getMaxY() - from + x, to, bar.getMaxY() - to + x));
    }
  }

  /** A dashed box: a month of which nothing is known. */
  void unknown(Rectangle2D bar) {
    graphics.setColor(QUIET);
    graphics.setStroke(
        new BasicStroke(
            0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {2f, 2f}, 0f));
    graphics.draw(bar);
  }

  /** A thin line. */
  void rule(double x1, double y1, double x2, double y2) {
    graphics.setColor(RULE);
    graphics.setStroke(new BasicStroke(0.6f));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** A thin dashed line: a limit. */
  void dashed(double x1, double y1, double x2, double y2) {
    graphics.setColor(QUIET);
    graphics.setStroke(
        new BasicStroke(
            0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {4f, 2f}, 0f));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** A line from one point to the next. */
  void join(double x1, double y1, double x2, double y2) {
    graphics.setColor(accent);
    graphics.setStroke(new BasicStroke(0.9f));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** A point; one that stands out has a ring around it. */
  void point(double x, double y, boolean ringed) {
    graphics.setColor(accent);
    graphics.fill(new Ellipse2D.Double(x - 1.7, y - 1.7, 3.4, 3.4));
    if (ringed) {
      graphics.setStroke(new BasicStroke(1f));
      graphics.draw(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
    }
  }

  /** Words centred on {@code x}, their base line at {@code y}. */
  void centred(String words, double x, double y, Color colour, boolean strong) {
    Font font = strong ? bold : plain;
    Rectangle2D box = font.getStringBounds(words, graphics.getFontRenderContext());
    left(words, x - box.getWidth() / 2, y, colour, strong);
  }

  /** Words that begin at {@code x}, their base line at {@code y}. */
  void left(String words, double x, double y, Color colour, boolean strong) {
    graphics.setColor(colour);
    graphics.setFont(strong ? bold : plain);
    graphics.drawString(words, (float) x, (float) y);
  }
}
