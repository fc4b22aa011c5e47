package org.breachledger.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.excel.PartTags.Part;

/**
 * Finds what an {@code .xlsx} or {@code .xlsm} workbook carries that its sender may not see. Parts
 * are known by their names; nothing in them is opened but to be counted.
 */
final class HiddenParts {

  private static final String OURS = "Breachledger";
  private static final String SHEETS = "xl/worksheets/";

  /** Excel's own placeholder for a threaded comment. */
  private static final String THREAD = "tc=";

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "creator", "its author",
          "lastModifiedBy", "who saved it last",
          "Manager", "a manager",
          "Company", "a company");

  private final Map<String, Part> parts = new TreeMap<>();
  private final Map<String, HiddenTags> tags = new HashMap<>();
  private final HiddenNotes notes = new HiddenNotes();

  /** Remembers a part by its name in small letters. */
  void see(String name, Part part) {
    parts.put(name, part);
  }

  /** Takes a block of a part as it is unpacked. */
  void feed(String name, byte[] block, int length) {
    if (name.startsWith(SHEETS) && name.endsWith(".xml")) {
      tags.computeIfAbsent(name, sheet -> new HiddenTags()).feed(block, length);
    }
  }

  /**
   * What was found, once all parts were seen; they must still be open. Odd parts that cannot be
   * counted do not stop the log from being read.
   */
  List<FileNote> notes() {
    try {
      find();
    } catch (IOException | RuntimeException e) {
      notes.uncounted();
    }
    return notes.list();
  }

  private void find() throws IOException {
    if (count("(?:.*/)?vbaproject\\.bin|xl/(?:macrosheets|intlmacrosheets)/[^/]+\\.xml") > 0) {
      notes.macros();
    }
    Map<String, String> sheets = sheets();
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      HiddenTags seen = tags.getOrDefault(sheet.getKey(), new HiddenTags());
      notes.rows(sheet.getValue(), seen.rows());
      notes.columns(sheet.getValue(), seen.columns());
      comments(sheet.getKey(), sheet.getValue());
    }
    notes.people(elements("xl/persons/.*", Set.of("person")));
    pivots();
    notes.externalLinks(count("xl/externallinks/[^/]+\\.(?:xml|bin)"));
    notes.embeddedFiles(count("xl/embeddings/[^/]+"));
    notes.customXml(count("customxml/item\\d*\\.xml"));
    notes.connections(elements("xl/connections\\.xml", Set.of("connection")));
    if (count("xl/model/.*") > 0) {
      notes.dataModel();
    }
    if (count("xl/revisions/.*") > 0) {
      notes.changeHistory();
    }
    properties();
  }

  private int count(String name) {
    Pattern pattern = Pattern.compile(name);
    return (int) parts.keySet().stream().filter(part -> pattern.matcher(part).matches()).count();
  }

  private int elements(String name, Set<String> elements) throws IOException {
    Pattern pattern = Pattern.compile(name);
    AtomicInteger count = new AtomicInteger();
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      if (pattern.matcher(part.getKey()).matches()) {
        PartTags.read(
            part.getValue(), tag -> count.addAndGet(elements.contains(tag.name()) ? 1 : 0));
      }
    }
    return count.get();
  }

  /** The names of the sheets by their parts, in the order of the workbook. */
  private Map<String, String> sheets() throws IOException {
    Map<String, String> targets = new HashMap<>();
    related("xl/_rels/workbook.xml.rels", "xl/", (id, target) -> targets.put(id, target));
    Map<String, String> sheets = new LinkedHashMap<>();
    AtomicInteger names = new AtomicInteger();
    Part workbook = parts.get("xl/workbook.xml");
    if (workbook != null) {
      PartTags.read(
          workbook,
          tag -> {
            if (tag.name().equals("sheet")) {
              String state = tag.attribute("state");
              if (!state.isEmpty() && !state.equals("visible")) {
                notes.hiddenSheet(tag.attribute("name"), state.equals("veryHidden"));
              }
              String target = targets.get(tag.attribute("id"));
              if (target != null) {
                sheets.put(target, tag.attribute("name"));
              }
            } else if (tag.name().equals("definedName") && hiddenName(tag)) {
              names.incrementAndGet();
            }
          });
    }
    notes.names(names.get());
    return sheets;
  }

  /** Filters make hidden names by themselves. */
  private static boolean hiddenName(PartTags.Tag tag) {
    String hidden = tag.attribute("hidden");
    return (hidden.equals("1") || hidden.equals("true"))
        && !tag.attribute("name").startsWith("_xlnm.");
  }

  /** Takes one relation of a part. */
  private interface Relation {
    void take(String id, String target);
  }

  private void related(String part, String folder, Relation relation) throws IOException {
    Part relations = parts.get(part);
    if (relations != null) {
      PartTags.read(
          relations,
          tag -> {
            if (tag.name().equals("Relationship")) {
              relation.take(tag.attribute("Id"), path(folder, tag.attribute("Target")));
            }
          });
    }
  }

  /** The part a relation points to, as archives name it, in small letters. */
  private static String path(String folder, String target) {
    String path = target.startsWith("/") ? target.substring(1) : folder + target;
    String plain = path;
    do {
      path = plain;
      plain = path.replaceFirst("(?:^|(?<=/))(?!\\.\\./)[^/]+/\\.\\./", "");
    } while (!plain.equals(path));
    return plain.toLowerCase(java.util.Locale.ROOT);
  }

  private void comments(String part, String sheet) throws IOException {
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    List<String> related = new ArrayList<>();
    related(
        folder + "_rels/" + part.substring(folder.length()) + ".rels",
        folder,
        (id, target) -> related.add(target));
    for (String target : related) {
      Part found = parts.get(target);
      if (found != null && target.contains("threadedcomment")) {
        AtomicInteger count = new AtomicInteger();
        PartTags.read(found, tag -> count.addAndGet(tag.name().equals("threadedComment") ? 1 : 0));
        notes.threadedComments(sheet, count.get());
      } else if (found != null && target.matches(".*comments[^/]*\\.xml")) {
        written(found, sheet);
      }
    }
  }

  /** Comments people wrote: neither ours nor the placeholders of threaded ones. */
  private void written(Part part, String sheet) throws IOException {
    List<String> authors = new ArrayList<>();
    Set<String> theirs = new HashSet<>();
    AtomicInteger count = new AtomicInteger();
    PartTags.read(
        part,
        tag -> {
          if (tag.name().equals("author")) {
            authors.add(tag.text());
          } else if (tag.name().equals("comment")) {
            int index = CellFormats.number(tag.attribute("authorId"));
            String author = index >= 0 && index < authors.size() ? authors.get(index) : "";
            if (!author.equals(OURS) && !author.startsWith(THREAD)) {
              count.incrementAndGet();
              theirs.add(author.strip());
            }
          }
        });
    theirs.remove("");
    notes.comments(sheet, count.get(), !theirs.isEmpty());
  }

  private void pivots() throws IOException {
    AtomicLong rows = new AtomicLong();
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      if (part.getKey().matches("xl/pivotcache/pivotcacherecords[^/]*\\.xml")) {
        PartTags.read(part.getValue(), tag -> rows.addAndGet(tag.name().equals("r") ? 1 : 0));
      }
    }
    notes.pivots(count("xl/pivotcache/pivotcachedefinition[^/]*\\.xml"), rows.get());
  }

  private void properties() throws IOException {
    List<String> which = new ArrayList<>();
    for (String name : List.of("docprops/core.xml", "docprops/app.xml")) {
      Part part = parts.get(name);
      if (part != null) {
        PartTags.read(
            part,
            tag -> {
              String property = PROPERTIES.get(tag.name());
              if (property != null && !tag.text().isBlank() && !which.contains(property)) {
                which.add(property);
              }
            });
      }
    }
    notes.properties(which);
    notes.customProperties(elements("docprops/custom\\.xml", Set.of("property")));
  }
}
