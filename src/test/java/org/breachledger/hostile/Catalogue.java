package org.breachledger.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All hostile files, made by code: none lies in the tree. What each verdict must be is told by
 * {@code src/test/resources/hostile/verdicts.csv}.
 */
public final class Catalogue {

  private final String server;
  private final String secret;
  private final List<HostileFile> files = new ArrayList<>();
  private String kind = "";

  private Catalogue(String server, Path secret) {
    this.server = server;
    this.secret = secret.toUri().toString();
  }

  /**
   * The catalogue.
   *
   * @param server an address that must never be asked, ending in a stroke
   * @param secret a file that must never be read
   */
  static List<HostileFile> of(String server, Path secret) {
    Catalogue catalogue = new Catalogue(server, secret);
    HostileZips.add(catalogue);
    HostileXml.add(catalogue);
    HostileLinks.add(catalogue);
    HostileSheets.add(catalogue);
    HostileValues.add(catalogue);
    HostileText.add(catalogue);
    HostileJson.add(catalogue);
    HostileOldWorkbooks.add(catalogue);
    HostileKinds.add(catalogue);
    return List.copyOf(catalogue.files);
  }

  /** Writes all of them into a folder and says what they are. */
  public static List<String> write(Path folder, String server, Path secret) throws IOException {
    return write(folder, of(server, secret));
  }

  /** Writes the first of each kind into a folder and says what they are. */
  public static List<String> writeOneOfEachKind(Path folder, String server, Path secret)
      throws IOException {
    Set<String> kinds = new HashSet<>();
    return write(
        folder, of(server, secret).stream().filter(file -> kinds.add(file.kind())).toList());
  }

  private static List<String> write(Path folder, List<HostileFile> files) throws IOException {
    List<String> names = new ArrayList<>();
    for (HostileFile file : files) {
      file.maker().write(folder.resolve(file.name()));
      names.add(file.name());
    }
    return names;
  }

  String server() {
    return server;
  }

  String secret() {
    return secret;
  }

  /** Begins a kind of harm, to which the files that follow belong. */
  Catalogue kind(String words) {
    kind = words;
    return this;
  }

  Catalogue file(String name, HostileFile.Maker maker) {
    files.add(new HostileFile(kind, name, maker));
    return this;
  }

  Catalogue bytes(String name, byte[] bytes) {
    return file(name, file -> Files.write(file, bytes));
  }

  Catalogue latin(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Catalogue text(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A workbook. */
  Catalogue book(String name, BookParts parts) {
    return file(name, file -> Files.write(file, parts.zip().bytes()));
  }
}
