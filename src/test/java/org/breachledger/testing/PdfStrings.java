package org.breachledger.testing;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSString;

/** Every string a PDF holds beside its pages: titles, alternative texts, links, properties. */
public final class PdfStrings {

  private PdfStrings() {}

  /** The strings of all objects. */
  public static Stream<String> of(COSDocument document) {
    return document.getXrefTable().keySet().stream()
        .map(key -> document.getObjectFromPool(key).getObject())
        .flatMap(PdfStrings::within);
  }

  /** What is referred to is an object of the document itself. */
  private static Stream<String> within(COSBase part) {
    if (part instanceof COSString words) {
      return Stream.of(words.getString());
    } else if (part instanceof COSArray parts) {
      return StreamSupport.stream(parts.spliterator(), false).flatMap(PdfStrings::within);
    } else if (part instanceof COSDictionary parts) {
      return parts.getValues().stream().flatMap(PdfStrings::within);
    }
    return Stream.empty();
  }
}
