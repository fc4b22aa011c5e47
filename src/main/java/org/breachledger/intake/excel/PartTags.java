package org.breachledger.intake.excel;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The opening tags of an XML part, one after another; a part that breaks off ends there. */
final class PartTags {

  /** Opens a part again. */
  @FunctionalInterface
  interface Part {
    InputStream open() throws IOException;
  }

  /** One opening tag. */
  interface Tag {
    /** Its name without a prefix. */
    String name();

    /** An attribute, whatever its namespace; empty where it is not there. */
    String attribute(String name);

    /** The text inside the element, which must hold no other; empty where it does. */
    String text();
  }

  /** Takes the tags in their order. */
  @FunctionalInterface
  interface Visitor {
    void visit(Tag tag);
  }

  private PartTags() {}

  static void read(Part part, Visitor visitor) throws IOException {
    try (InputStream in = part.open()) {
      XMLStreamReader xml = XmlProlog.safeFactory().createXMLStreamReader(in);
      Tag tag = new Current(xml);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          visitor.visit(tag);
        }
      }
    } catch (XMLStreamException e) {
      // the reader of the rows says whether the part is broken
    }
  }

  private record Current(XMLStreamReader xml) implements Tag {

    @Override
    public String name() {
      return xml.getLocalName();
    }

    @Override
    public String attribute(String name) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        if (xml.getAttributeLocalName(i).equals(name)) {
          return xml.getAttributeValue(i);
        }
      }
      return "";
    }

    @Override
    public String text() {
      try {
        return xml.getElementText();
      } catch (XMLStreamException e) {
        return "";
      }
    }
  }
}
