package org.breachledger.intake.mis;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.DateOrder;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;

/** Reads one layout of an access log from its YAML file; an unknown key or word is refused. */
final class AuditProfileFile {

  private final PolicyDocument document;

  private AuditProfileFile(PolicyDocument document) {
    this.document = document;
  }

  static AuditProfile read(PolicySource source, String file) {
    PolicyDocument document = PolicyDocument.read(source, file);
    document.allow("title", "source", "recognise", "zone", "dates", "columns", "constants");
    document.need("title");
    String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
    return new AuditProfileFile(document).profile(name);
  }

  private AuditProfile profile(String name) {
    List<String> recognise = document.list("recognise");
    if (recognise.size() < 2) {
      throw document.refuse("key \"recognise\" must list at least two headings");
    }
    Map<String, List<AuditField>> columns = columns();
    if (columns.values().stream().noneMatch(fields -> fields.contains(AuditField.WHEN))) {
      throw refuse("columns", "no column holds \"when\"; a line without a moment tells nothing");
    }
    return new AuditProfile(name, recognise, zone(), dates(), columns, constants());
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(document.need("zone"));
    } catch (DateTimeException e) {
      throw refuse("zone", "this is no time zone; write one such as Europe/London or Etc/GMT");
    }
  }

  private DateOrder dates() {
    return switch (document.find("dates").orElse("dmy")) {
      case "dmy" -> DateOrder.DMY;
      case "mdy" -> DateOrder.MDY;
      default -> throw refuse("dates", "\"dates\" must be dmy or mdy");
    };
  }

  private Map<String, List<AuditField>> columns() {
    PolicyDocument block =
        document
            .block("columns")
            .orElseThrow(() -> document.refuse("key \"columns\" is missing; write heading: field"));
    Map<String, List<AuditField>> columns = new LinkedHashMap<>();
    for (String heading : block.entries().keySet()) {
      List<AuditField> fields = new ArrayList<>();
      for (String code : block.need(heading).split(",", -1)) {
        fields.add(field(block, heading, code.strip()));
      }
      columns.put(heading, List.copyOf(fields));
    }
    return columns;
  }

  private Map<AuditField, String> constants() {
    Map<AuditField, String> constants = new EnumMap<>(AuditField.class);
    document
        .block("constants")
        .ifPresent(
            block ->
                block
                    .entries()
                    .keySet()
                    .forEach(code -> constants.put(field(block, code, code), block.need(code))));
    return constants;
  }

  private static AuditField field(PolicyDocument block, String key, String code) {
    return AuditField.find(code)
        .orElseThrow(
            () ->
                new RefusedTable(
                    block.file(),
                    block.lineOf(key),
                    "field \"" + code + "\" is unknown; allowed are " + AuditField.codes()));
  }

  private RefusedTable refuse(String key, String wrong) {
    return new RefusedTable(document.file(), document.lineOf(key), wrong);
  }
}
