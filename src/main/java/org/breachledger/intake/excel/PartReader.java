package org.breachledger.intake.excel;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;

/** Walks through one XML part of a workbook, element by element. */
final class PartReader implements Closeable {

  private final InputStream in;
  private final XMLStreamReader xml;

  private PartReader(InputStream in, XMLStreamReader xml) {
    this.in = in;
    this.xml = xml;
  }

  /** Opens a part by its name, large or small letters alike; null where there is none. */
  static @Nullable PartReader find(ZipFile zip, String name) throws RefusedFile, IOException {
    String wanted = (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
      if (entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT).equals(wanted)) {
        InputStream in = new BufferedInputStream(zip.getInputStream(entry));
        try {
          return new PartReader(in, XmlProlog.safeFactory().createXMLStreamReader(in));
        } catch (XMLStreamException e) {
          in.close();
          throw new RefusedFile(Refusal.BROKEN.said(), e);
        }
      }
    }
    return null;
  }

  static PartReader get(ZipFile zip, String name) throws RefusedFile, IOException {
    PartReader reader = find(zip, name);
    if (reader == null) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
    return reader;
  }

  /** The next beginning of an element; null at the end of the part. */
  @Nullable String nextStart() throws RefusedFile {
    for (Event event = next(); event != Event.END_OF_PART; event = next()) {
      if (event == Event.START) {
        return name();
      }
    }
    return null;
  }

  /** What comes next in a part. */
  enum Event {
    START,
    END,
    TEXT,
    END_OF_PART
  }

  Event next() throws RefusedFile {
    try {
      while (xml.hasNext()) {
        Event event = event(xml.next());
        if (event != null) {
          return event;
        }
      }
      return Event.END_OF_PART;
    } catch (XMLStreamException e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  private static @Nullable Event event(int code) {
    return switch (code) {
      case XMLStreamConstants.START_ELEMENT -> Event.START;
      case XMLStreamConstants.END_ELEMENT -> Event.END;
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          Event.TEXT;
      default -> null;
    };
  }

  String name() {
    return xml.getLocalName();
  }

  String text() {
    return xml.getText();
  }

  /** An attribute by its name, whatever its namespace; empty text where it is not there. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The attribute {@code id} that points to another part, not the one that counts. */
  String relation() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (xml.getAttributeLocalName(i).equals("id")
          && namespace != null
          && namespace.endsWith("/relationships")) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
