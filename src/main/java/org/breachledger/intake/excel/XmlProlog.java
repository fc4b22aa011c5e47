package org.breachledger.intake.excel;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/** What stands before the first element of an XML part: a document type there is refused. */
final class XmlProlog {

  private XmlProlog() {}

  /** A reader's factory that resolves nothing: no entities, no files, no network. */
  static XMLInputFactory safeFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the part is read");
        });
    return factory;
  }

  /** Whether a part that begins with these bytes may be XML, whatever it is named. */
  static boolean likely(byte[] head, int length) {
    int at = 0;
    // blanks, noughts of wide letters and the bytes of marks, which are below nought
    while (at < length && head[at] <= ' ') {
      at++;
    }
    return at < length && head[at] == '<';
  }

  /**
   * Checks a part.
   *
   * @param named whether its name says that it is XML; one that only looks like it may be broken
   */
  static void check(InputStream in, boolean named) throws RefusedFile {
    try {
      XMLStreamReader reader = safeFactory().createXMLStreamReader(in);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new RefusedFile(Refusal.DOCTYPE.said());
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          return;
        }
      }
    } catch (XMLStreamException e) {
      if (named) {
        throw new RefusedFile(Refusal.BROKEN.said(), e);
      }
    }
  }
}
