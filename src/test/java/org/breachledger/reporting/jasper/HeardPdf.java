package org.breachledger.reporting.jasper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** A PDF as somebody hears it: its structure in reading order, artifacts left out. */
final class HeardPdf {

  /** One thing that is heard: its tag, the tags above it, its words. */
  record Heard(String tag, String path, String words, String scope) {}

  private final List<Heard> all = new ArrayList<>();
  private final Map<PDPage, Map<Integer, String>> words = new HashMap<>();

  private HeardPdf() {}

  static List<Heard> read(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      HeardPdf heard = new HeardPdf();
      for (PDPage page : document.getPages()) {
        heard.words.put(page, texts(page));
      }
      heard.walk(document.getDocumentCatalog().getStructureTreeRoot(), "");
      return heard.all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tags and words, one a line, tables and lists opened. */
  static List<String> lines(byte[] pdf) {
    return read(pdf).stream().map(one -> one.tag() + " " + one.words()).toList();
  }

  private static Map<Integer, String> texts(PDPage page) throws IOException {
    PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
    extractor.processPage(page);
    Map<Integer, String> texts = new HashMap<>();
    for (PDMarkedContent content : extractor.getMarkedContents()) {
      if (content.getMCID() >= 0) {
        texts.merge(content.getMCID(), text(content), String::concat);
      }
    }
    return texts;
  }

  private static String text(PDMarkedContent content) {
    if (content.getActualText() != null) {
      return content.getActualText();
    }
    return content.getContents().stream()
        .filter(TextPosition.class::isInstance)
        .map(position -> ((TextPosition) position).getUnicode())
        .collect(Collectors.joining());
  }

  private void walk(PDStructureNode node, String path) {
    StringBuilder own = new StringBuilder();
    if (node instanceof PDStructureElement element) {
      int at = all.size();
      all.add(new Heard(element.getStructureType(), path, "", scope(element)));
      kids(node, path + "/" + element.getStructureType(), own);
      if (element.getAlternateDescription() != null) {
        own.append(element.getAlternateDescription());
      }
      all.set(at, new Heard(element.getStructureType(), path, own.toString(), scope(element)));
    } else {
      kids(node, path, own);
    }
  }

  private void kids(PDStructureNode node, String path, StringBuilder own) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        walk(element, path);
      } else if (kid instanceof Integer mcid) {
        own.append(words(((PDStructureElement) node).getPage(), mcid));
      } else if (kid instanceof PDMarkedContentReference reference) {
        own.append(words(reference.getPage(), reference.getMCID()));
      }
    }
  }

  private String words(PDPage wanted, int mcid) {
    return words.getOrDefault(page(wanted), Map.of()).getOrDefault(mcid, "");
  }

  private PDPage page(PDPage wanted) {
    return words.keySet().stream()
        .filter(page -> page.getCOSObject() == wanted.getCOSObject())
        .findFirst()
        .orElseThrow();
  }

  private static String scope(PDStructureElement element) {
    COSBase attributes = element.getCOSObject().getDictionaryObject(COSName.A);
    if (attributes instanceof COSArray array) {
      return array.toList().stream().map(HeardPdf::scope).collect(Collectors.joining());
    }
    return scope(attributes);
  }

  private static String scope(@Nullable COSBase attributes) {
    return attributes instanceof COSDictionary dictionary
        ? dictionary.getNameAsString("Scope", "")
        : "";
  }
}
