package org.breachledger.reporting.jasper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;

/**
 * Makes the entries of a contents line links to their sections, each known to the document's
 * structure as its standard asks (PDF/UA-1 7.18.5): the exporter writes none that are.
 */
final class ContentsLinks {

  /**
   * A place on a page; measures are points from the page's lower left corner.
   *
   * @param page from 0
   */
  record Place(int page, float left, float bottom, float right, float top) {}

  private static final int PRINTED = 4;
  private static final COSName NUMBERS = COSName.getPDFName("Nums");

  private final PDDocument document;
  private final COSArray parents;

  private ContentsLinks(PDDocument document) {
    this.document = document;
    COSDictionary tree =
        (COSDictionary) root(document).getCOSObject().getDictionaryObject(COSName.PARENT_TREE);
    this.parents = flat(tree);
    tree.removeItem(COSName.KIDS);
    tree.removeItem(COSName.LIMITS);
    tree.setItem(NUMBERS, parents);
  }

  /**
   * Writes the document with its links.
   *
   * @param contents its sections; their entries stand in the same order
   * @param entries where the entries stand
   * @param sections where the sections' headings stand
   */
  static void write(
      byte[] pdf, Contents contents, List<Place> entries, List<Place> sections, OutputStream out)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<PDStructureElement> tags = new ArrayList<>();
      links(root(document), tags);
      ContentsLinks links = new ContentsLinks(document);
      for (int i = 0; i < tags.size(); i++) {
        Contents.Section section = contents.sections().get(i);
        links.add(
            tags.get(i),
            entries.get(i),
            sections.get(i),
            section.title() + ", page " + section.page());
      }
      document.setDocumentId(0L);
      document.save(out);
    }
  }

  private void add(PDStructureElement tag, Place from, Place to, String words) throws IOException {
    PDPage page = document.getPage(from.page());
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(
        new PDRectangle(
            from.left(), from.bottom(), from.right() - from.left(), from.top() - from.bottom()));
    link.setAnnotationFlags(PRINTED);
    link.setBorder(new COSArray(List.of(COSInteger.ZERO, COSInteger.ZERO, COSInteger.ZERO)));
    link.setContents(words);
    link.setDestination(destination(to));
    int key = parents.size() == 0 ? 0 : parents.getInt(parents.size() - 2) + 1;
    link.setStructParent(key);
    parents.add(COSInteger.get(key));
    parents.add(tag.getCOSObject());
    refer(tag, link, page);
    page.getAnnotations().add(link);
    page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
  }

  private PDPageXYZDestination destination(Place to) {
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(document.getPage(to.page()));
    destination.setTop((int) Math.ceil(to.top()));
    return destination;
  }

  /** The tag holds the words already; the link itself comes after them. */
  private static void refer(PDStructureElement tag, PDAnnotationLink link, PDPage page) {
    COSDictionary reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
    reference.setItem(COSName.getPDFName("Obj"), link);
    reference.setItem(COSName.PG, page);
    COSBase held = tag.getCOSObject().getDictionaryObject(COSName.K);
    COSArray kids = held instanceof COSArray array ? array : new COSArray(List.of(held));
    kids.add(reference);
    tag.getCOSObject().setItem(COSName.K, kids);
  }

  private static PDStructureTreeRoot root(PDDocument document) {
    return document.getDocumentCatalog().getStructureTreeRoot();
  }

  private static void links(PDStructureNode node, List<PDStructureElement> found) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getStructureType().equals("Link")) {
          found.add(element);
        }
        links(element, found);
      }
    }
  }

  /** The numbers of a tree and of its branches, in ascending order as they stand. */
  private static COSArray flat(COSDictionary tree) {
    COSArray numbers = new COSArray();
    if (tree.getDictionaryObject(NUMBERS) instanceof COSArray own) {
      own.forEach(numbers::add);
    }
    if (tree.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
      for (int i = 0; i < kids.size(); i++) {
        flat((COSDictionary) kids.getObject(i)).forEach(numbers::add);
      }
    }
    return numbers;
  }
}
