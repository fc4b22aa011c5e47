package org.breachledger.intake.excel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.ReadingRules;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/**
 * The zip archive in which a workbook lies, checked before any reader opens it: entries, names,
 * sizes as they really unpack, entities, and that it is a workbook at all.
 */
final class ZipContainer {

  private static final int MOST_ENTRIES = 5_000;
  private static final long SMALL = 10L * 1024 * 1024;
  private static final int BLOCK = 1 << 16;

  /**
   * So many formulas that repeat each other may a workbook hold before the usual reader, which
   * spells each of them out, takes too long.
   */
  private static final int MOST_REPEATED_FORMULAS = 200;

  private static final Pattern REPEATED = Pattern.compile("(?:shared|array)[\"']");

  /** Slashes of either kind, one or more, and points that lead nowhere, between two names. */
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[/\\\\]+(?:\\.[/\\\\]+)*");

  /** What office programs pack with, beside storing as it is. */
  private static final int DEFLATED = 8;

  private final ReadingRules rules;
  private final HiddenParts hidden = new HiddenParts();
  private long unpacked;
  private long packed;
  private int repeatedFormulas;
  private boolean longNumber;

  /**
   * A workbook that is safe to read.
   *
   * @param notes what its sender should know of hidden parts
   * @param forPlainReader whether it holds what the usual reader takes too long for
   */
  record Checked(List<FileNote> notes, boolean forPlainReader) {}

  private ZipContainer(ReadingRules rules) {
    this.rules = rules;
  }

  /**
   * Checks a workbook's archive.
   *
   * @throws RefusedFile where it is no workbook or not safe to read
   */
  static Checked check(Path file, ReadingRules rules) throws RefusedFile {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      return new ZipContainer(rules).check(zip);
    } catch (IOException | RuntimeException e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  private Checked check(ZipFile zip) throws RefusedFile, IOException {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry entry : entries) {
      name(entry.getName(), names);
    }
    if (entries.size() > MOST_ENTRIES) {
      throw new RefusedFile(Refusal.ZIP_BOMB.said());
    }
    workbook(names);
    for (ZipArchiveEntry entry : entries) {
      unpack(zip, entry);
    }
    return new Checked(hidden.notes(), longNumber || repeatedFormulas > MOST_REPEATED_FORMULAS);
  }

  /**
   * No workbook has two parts of one name, however it is written, or a name that leads out of the
   * archive.
   */
  private static void name(String name, Set<String> names) throws RefusedFile {
    String plain = BETWEEN_NAMES.matcher(name).replaceAll("/").toLowerCase(Locale.ROOT);
    boolean outside = plain.startsWith("/") || plain.contains("..") || plain.contains(":");
    boolean odd = name.chars().anyMatch(sign -> sign < 0x20);
    String part = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    if (outside || odd || !names.add(part)) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
  }

  private static void packing(ZipArchiveEntry entry) throws RefusedFile {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new RefusedFile(Refusal.PASSWORD.said());
    }
    if (entry.getMethod() != 0 && entry.getMethod() != DEFLATED) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
  }

  private static void workbook(Set<String> names) throws RefusedFile {
    if (names.contains("xl/workbook.bin")) {
      throw new RefusedFile(Refusal.BINARY_WORKBOOK.said());
    }
    if (names.contains("[content_types].xml")
        && names.stream().anyMatch(name -> name.matches("xl/[^/]*\\.xml"))) {
      return;
    }
    if (names.stream().anyMatch(name -> name.startsWith("xl"))) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
    throw new RefusedFile(Refusal.NOT_A_WORKBOOK.saying(otherArchive(names)));
  }

  private static String otherArchive(Set<String> names) {
    if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
      return "This file is a Word document, not a workbook; send the log as .xlsx, .xls or .csv.";
    }
    if (names.contains("content.xml")) {
      return "This file is an OpenDocument file, which is not read; save the log as .xlsx and send"
          + " that.";
    }
    return "This file is a zip archive, not a workbook; unpack it and send the log inside.";
  }

  private void unpack(ZipFile zip, ZipArchiveEntry entry) throws RefusedFile, IOException {
    packing(entry);
    if (entry.isDirectory()) {
      return;
    }
    String name = entry.getName().toLowerCase(Locale.ROOT);
    boolean xml = false;
    PartGauge gauge = new PartGauge(name);
    CRC32 sum = new CRC32();
    long size = 0;
    byte[] block = new byte[BLOCK];
    long own = Math.max(1, entry.getCompressedSize());
    packed += own;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        xml |= size == 0 && (named(name) || XmlProlog.likely(block, n));
        size += n;
        sum.update(block, 0, n);
        measure(size, n, own);
        if (xml) {
          gauge.feed(block, n);
        }
        hidden.feed(name, block, n);
        if (name.startsWith("xl/worksheets/") && repeatedFormulas <= MOST_REPEATED_FORMULAS) {
          countFormulas(new String(block, 0, n, StandardCharsets.ISO_8859_1));
        }
      }
    }
    if (sum.getValue() != entry.getCrc()) {
      throw new RefusedFile(Refusal.BROKEN.said());
    }
    longNumber |= gauge.longNumber();
    if (xml || named(name)) {
      try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
        XmlProlog.check(in, named(name));
      }
    }
    hidden.see(name, () -> zip.getInputStream(entry));
  }

  private static boolean named(String name) {
    return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
  }

  /** One large part, or all parts together, unpack to no more than a log can hold. */
  private void measure(long size, int more, long packedPart) throws RefusedFile {
    unpacked += more;
    boolean part = size > SMALL && size / packedPart > rules.maxRatio();
    boolean all = unpacked > 10 * SMALL && unpacked / packed > rules.maxRatio();
    if (part || all || unpacked > rules.maxUnpackedBytes()) {
      throw new RefusedFile(Refusal.ZIP_BOMB.said());
    }
  }

  private void countFormulas(String xml) {
    if (!xml.contains("shared") && !xml.contains("array")) {
      return;
    }
    for (Matcher match = REPEATED.matcher(xml); match.find(); ) {
      repeatedFormulas++;
    }
  }
}
