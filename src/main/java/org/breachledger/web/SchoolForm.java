package org.breachledger.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.SchoolLines;
import org.breachledger.intake.SchoolList.Entry;
import org.breachledger.policy.AccentColour;
import org.breachledger.policy.RefusedTable;
import org.jspecify.annotations.Nullable;

/** What was typed about a school of the list, read field by field. */
final class SchoolForm {

  private final Typed typed;
  private final List<Entry> others;
  private final Set<String> known;

  /**
   * The form of one school.
   *
   * @param before its row as it is; null where it has none
   * @param list all rows
   */
  SchoolForm(Typed typed, @Nullable Entry before, List<Entry> list) {
    this.typed = typed;
    this.others = list.stream().filter(entry -> !entry.equals(before)).toList();
    this.known = before == null ? Set.of() : new HashSet<>(before.aliases());
  }

  /** What the form begins with. */
  static Map<String, String> of(Entry school) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", school.name());
    fields.put("urn", school.urn());
    fields.put("aliases", String.join("\n", school.aliases()));
    fields.put("colour", school.colour() == null ? "" : school.colour().written());
    return fields;
  }

  /** A name as a row of the list can hold it: it stands for the same school. */
  static String listed(String name) {
    return name.replaceAll("[;\\p{Cntrl}]+", " ").strip();
  }

  /**
   * The school's row.
   *
   * @throws Typed.Wrong naming the first field that cannot be used
   */
  Entry read() {
    String name = typed.find("name").orElse("");
    SchoolLines.wrongName(name).ifPresent(wrong -> refuse("name", wrong));
    String urn = typed.find("urn").orElse("");
    SchoolLines.wrongNumber(urn).ifPresent(wrong -> refuse("urn", wrong));
    List<String> aliases = aliases();
    Set<String> taken = new HashSet<>();
    others.forEach(other -> take(other, taken));
    if (taken.contains(FoldedText.of(name))) {
      refuse("name", "another school of the list has this name, or is known by it");
    }
    for (String alias : aliases) {
      if (taken.contains(FoldedText.of(alias))) {
        refuse("aliases", "\"" + alias + "\" stands for another school; a name is one school's");
      }
    }
    if (!urn.isEmpty() && others.stream().anyMatch(other -> other.urn().equals(urn))) {
      refuse("urn", "another school of the list has this number");
    }
    return new Entry(name, urn, aliases, colour());
  }

  private static void take(Entry other, Set<String> taken) {
    taken.add(FoldedText.of(other.name()));
    other.aliases().forEach(alias -> taken.add(FoldedText.of(alias)));
  }

  private List<String> aliases() {
    List<String> aliases = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String line : typed.find("aliases").orElse("").split("[\\r\\n;]+")) {
      String alias = line.strip();
      if (!alias.isEmpty()) {
        if (!known.contains(alias)) {
          SchoolLines.wrongName(alias).ifPresent(wrong -> refuse("aliases", wrong));
        }
        if (keys.add(FoldedText.of(alias))) {
          aliases.add(alias);
        }
      }
    }
    return aliases;
  }

  private @Nullable AccentColour colour() {
    String written = typed.find("colour").orElse("");
    try {
      return written.isEmpty()
          ? null
          : AccentColour.read(written, wrong -> new RefusedTable("", 0, wrong));
    } catch (RefusedTable refused) {
      throw wrong("colour", refused.wrong());
    }
  }

  private static void refuse(String field, String sentence) {
    throw wrong(field, sentence);
  }

  private static Typed.Wrong wrong(String field, String sentence) {
    String first = sentence.substring(0, 1).toUpperCase(Locale.UK);
    return new Typed.Wrong(field, first + sentence.substring(1));
  }

  /** A row with one more name that stands for its school. */
  static Entry knownAs(Entry school, String name) {
    String alias = listed(name);
    List<String> aliases = new ArrayList<>(school.aliases());
    boolean there =
        FoldedText.of(school.name()).equals(FoldedText.of(alias))
            || aliases.stream().map(FoldedText::of).anyMatch(FoldedText.of(alias)::equals);
    if (!there) {
      aliases.add(alias);
    }
    return new Entry(school.name(), school.urn(), aliases, school.colour());
  }
}
