package org.breachledger.reporting.jasper;

import java.util.Objects;
import java.util.Optional;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.util.StyledTextListWriter;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import net.sf.jasperreports.pdf.common.PdfTagger;
import org.jspecify.annotations.Nullable;

/**
 * Tags a PDF by the styles of its elements ({@link Role}), so that a template cannot look like a
 * table and be heard as loose numbers. A figure must bring words that say its numbers.
 */
final class StyleTagger implements PdfTagger {

  /** The element property with a figure's words. */
  static final String ALTERNATIVE = "net.sf.jasperreports.export.pdf.alternative";

  private String language = "en-GB";
  private @Nullable PdfProducer producer;
  private @Nullable StructureTree tree;
  private Optional<PdfStructureEntry> place = Optional.empty();
  private int paragraph;

  private PdfStructure structure() {
    return Objects.requireNonNull(producer, "producer").getPdfStructure();
  }

  @Override
  public void setLanguage(String language) {
    this.language = language;
  }

  @Override
  public void setPdfProducer(PdfProducer producer) {
    this.producer = producer;
  }

  @Override
  public void init() {
    tree = new StructureTree(structure(), language);
  }

  @Override
  public void startPage() {}

  @Override
  public void endPage() {}

  /** Finds the element's place even where it is empty: a row without its empty cell is no row. */
  @Override
  public void startElement(JRPrintElement element) {
    if (element instanceof JRPrintText || element instanceof JRPrintImage) {
      place = Objects.requireNonNull(tree, "tree").place(Role.of(element));
      paragraph = 0;
    }
  }

  @Override
  public void endElement(JRPrintElement element) {}

  @Override
  public void beginArtifact() {
    structure().beginArtifact();
  }

  @Override
  public void endArtifact() {
    structure().endArtifact();
  }

  /** Begins one paragraph; its words go along whole, for a line's end swallows the space there. */
  @Override
  public void startText(JRPrintText text) {
    String[] paragraphs = text.getFullText().split("\n", -1);
    int at = paragraph++;
    if (place.isEmpty() || at >= paragraphs.length) {
      begin();
      return;
    }
    String space = at + 1 < paragraphs.length ? " " : "";
    structure().beginTag(place.get(), null, paragraphs[at] + space);
  }

  @Override
  public void startText(JRPrintText text, String words) {
    startText(text);
  }

  @Override
  public void endText() {
    structure().endTag();
  }

  @Override
  public void startImage(JRPrintImage image, float left, float bottom, float right, float top) {
    if (place.isPresent()) {
      String words = image.getPropertiesMap().getProperty(ALTERNATIVE);
      if (words == null || words.isBlank()) {
        throw new JRRuntimeException("a figure has no alternative text; give it " + ALTERNATIVE);
      }
      place.get().putString("Alt", words);
      place.get().setBBox(left, bottom, right, top);
    }
    begin();
  }

  @Override
  public void endImage() {
    structure().endTag();
  }

  private void begin() {
    if (place.isPresent()) {
      structure().beginTag(place.get(), null);
    } else {
      structure().beginArtifact();
    }
  }

  @Override
  public boolean isFirstLinkParagraph() {
    return false;
  }

  @Override
  public @Nullable PdfStructureEntry getCurrentLinkTag() {
    return null;
  }

  @Override
  public @Nullable StyledTextListWriter getListWriter() {
    return null;
  }
}
