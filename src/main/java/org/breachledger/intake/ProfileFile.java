package org.breachledger.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.calendar.London;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.incident.Value;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;

/** Reads one layout from its YAML file; an unknown key, field or word is refused with its line. */
final class ProfileFile {

  private final PolicyDocument document;

  private ProfileFile(PolicyDocument document) {
    this.document = document;
  }

  static Profile read(PolicySource source, String file) {
    PolicyDocument document = PolicyDocument.read(source, file);
    document.allow(
        "title",
        "source",
        "recognise",
        "covers",
        "zone",
        "dates",
        "date_only",
        "columns",
        "first_of",
        "as_blank",
        "constants",
        "joined");
    String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
    return new ProfileFile(document).profile(name);
  }

  private Profile profile(String name) {
    document.need("title");
    List<String> recognise = document.list("recognise");
    if (recognise.size() < 2) {
      throw document.refuse("key \"recognise\" must list at least two headings");
    }
    return new Profile(
        name,
        recognise,
        choice("covers", "log", "all-schools").equals("all-schools"),
        zone(),
        order(),
        choice("date_only", "false", "true").equals("true"),
        columns(),
        fields("first_of"),
        document.list("as_blank").stream().map(Headings::key).collect(Collectors.toSet()),
        constants(),
        joined());
  }

  private Set<Field> joined() {
    Set<Field> joined = fields("joined");
    joined.stream()
        .filter(field -> field.kind() != FieldKind.TEXT)
        .findFirst()
        .ifPresent(
            field -> {
              throw refuse("joined", "\"" + field.code() + "\" holds no text and cannot be joined");
            });
    return joined;
  }

  private String choice(String key, String usual, String other) {
    String choice = document.find(key).orElse(usual);
    if (!choice.equals(usual) && !choice.equals(other)) {
      throw refuse(key, "\"" + choice + "\" in \"" + key + "\"; write " + usual + " or " + other);
    }
    return choice;
  }

  private ZoneId zone() {
    try {
      return document.find("zone").map(ZoneId::of).orElse(London.ZONE);
    } catch (DateTimeException e) {
      throw refuse("zone", "this is no time zone; write one such as Europe/London or UTC");
    }
  }

  private DateOrder order() {
    return switch (document.find("dates").orElse("evidence")) {
      case "evidence" -> DateOrder.UNDECIDED;
      case "dmy" -> DateOrder.DMY;
      case "mdy" -> DateOrder.MDY;
      default -> throw refuse("dates", "\"dates\" must be dmy, mdy or evidence");
    };
  }

  private Map<String, List<Target>> columns() {
    PolicyDocument block =
        document
            .block("columns")
            .orElseThrow(() -> document.refuse("key \"columns\" is missing; write heading: field"));
    Map<String, List<Target>> columns = new LinkedHashMap<>();
    for (String heading : block.entries().keySet()) {
      columns.put(heading, targets(block, heading));
    }
    return columns;
  }

  /**
   * A field, or several joined by commas; {@code occurred time} is the time of day of a moment,
   * {@code occurred month} its month.
   */
  private static List<Target> targets(PolicyDocument block, String heading) {
    List<Target> targets = new ArrayList<>();
    for (String written : block.need(heading).split(",", -1)) {
      String code = written.strip();
      Target.Part part = part(code);
      int end = part == Target.Part.WHOLE ? code.length() : code.lastIndexOf(' ');
      targets.add(new Target(field(block, heading, code.substring(0, end)), part, null));
    }
    return List.copyOf(targets);
  }

  private static Target.Part part(String code) {
    return Arrays.stream(Target.Part.values())
        .filter(part -> part != Target.Part.WHOLE && code.endsWith(" " + part.word()))
        .findFirst()
        .orElse(Target.Part.WHOLE);
  }

  private static Field field(PolicyDocument block, String key, String code) {
    return Field.find(code)
        .orElseThrow(
            () ->
                new RefusedTable(
                    block.file(), block.lineOf(key), "field \"" + code + "\" is unknown"));
  }

  private Set<Field> fields(String key) {
    EnumSet<Field> fields = EnumSet.noneOf(Field.class);
    document.list(key).forEach(code -> fields.add(field(document, key, code)));
    return fields;
  }

  private Facts constants() {
    Facts facts = Facts.none();
    PolicyDocument block = document.block("constants").orElse(null);
    if (block != null) {
      for (String code : block.entries().keySet()) {
        Field field = field(block, code, code);
        facts = facts.with(field, value(block, field));
      }
    }
    return facts;
  }

  private static Value value(PolicyDocument block, Field field) {
    try {
      FieldKind kind = field.kind();
      return kind.parse(block.need(field.code()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new RefusedTable(
          block.file(),
          block.lineOf(field.code()),
          "this is no value of the field \"" + field.code() + "\"");
    }
  }

  private RefusedTable refuse(String key, String wrong) {
    return new RefusedTable(document.file(), document.lineOf(key), wrong);
  }
}
