package org.breachledger.reporting.jasper;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * Two small bars beside two numbers: the half before hatched above, this half solid below. It only
 * repeats the numbers, so it is decoration to somebody who hears the page.
 */
public final class PairBars extends AbstractRenderer implements Graphics2DRenderable {

  private static final long serialVersionUID = 1L;

  private final int previous;
  private final int current;
  private final int most;

  /**
   * Bars to a common scale.
   *
   * @param most the greatest number in the table
   */
  public PairBars(int previous, int current, int most) {
    this.previous = previous;
    this.current = current;
    this.most = Math.max(1, most);
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
    Ink ink = new Ink(context, graphics, 7f);
    double height = (area.getHeight() - 2) / 2;
    double unit = (area.getWidth() - 1) / most;
    if (previous > 0) {
      ink.hatched(new Rectangle2D.Double(area.getX() + 0.5, area.getY(), previous * unit, height));
    }
    if (current > 0) {
      ink.solid(
          new Rectangle2D.Double(
              area.getX() + 0.5, area.getY() + height + 2, current * unit, height));
    }
  }
}
