package org.breachledger.reporting.jasper;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SVGSyntax;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A figure drawn once more, as SVG; letters are shapes, so that no font is asked for. */
final class Drawing {

  private Drawing() {}

  /**
   * The drawing as an element to stand in a page; it is hidden from those who hear, for its words
   * stand beside it.
   *
   * @param number its place among the figures of the page, from 1; keeps its names its own
   * @param context knows the paper's colour
   */
  static String svg(JRPrintImage image, int number, JasperReportsContext context) {
    if (!(image.getRenderer() instanceof Graphics2DRenderable drawing)) {
      throw new JRRuntimeException("a figure must be drawn, not a picture of dots");
    }
    SVGGraphics2D graphics = graphics("f" + number + "-");
    Rectangle2D area = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
    try {
      drawing.render(context, graphics, area);
    } catch (JRException e) {
      throw new JRRuntimeException(e);
    }
    graphics.setSVGCanvasSize(new Dimension(image.getWidth(), image.getHeight()));
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + image.getWidth() + " " + image.getHeight());
    root.setAttributeNS(null, "aria-hidden", "true");
    root.setAttributeNS(null, "focusable", "false");
    return written(graphics, root);
  }

  private static SVGGraphics2D graphics(String prefix) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String name) {
            return super.generateID(prefix + name);
          }
        });
    return new SVGGraphics2D(context, true);
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVGSyntax.SVG_NAMESPACE_URI, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String written(SVGGraphics2D graphics, Element root) {
    StringWriter words = new StringWriter();
    try {
      graphics.stream(root, words, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.toString();
  }
}
