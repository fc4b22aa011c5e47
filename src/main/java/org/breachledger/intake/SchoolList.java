package org.breachledger.intake;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.AccentColour;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.jspecify.annotations.Nullable;

/**
 * The schools the DPO has confirmed, from {@code jobs/intake/schools.csv}.
 *
 * @param schools in the order of the file; may be empty
 */
public record SchoolList(List<Entry> schools) {

  /** The list's name under {@code jobs/}. */
  public static final String TABLE = "intake/schools.csv";

  /** The columns a list must have, in their order. */
  static final List<String> COLUMNS = List.of("name", "urn", "aliases");

  /** The column a list may have. */
  static final String COLOUR = "colour";

  /**
   * One confirmed school.
   *
   * @param name as its papers print it
   * @param urn empty where it has none
   * @param colour of its papers; null where it has none of its own
   */
  public record Entry(
      String name, String urn, List<String> aliases, @Nullable AccentColour colour) {

    /** Copies the aliases. */
    public Entry {
      aliases = List.copyOf(aliases);
    }

    /** A school without a colour of its own. */
    public Entry(String name, String urn, List<String> aliases) {
      this(name, urn, aliases, null);
    }
  }

  /** Copies the list. */
  public SchoolList {
    schools = List.copyOf(schools);
  }

  /**
   * Reads the list.
   *
   * @throws org.breachledger.policy.RefusedTable where a row has no name, or a name, other name or
   *     number stands for two schools or another name is nothing but signs: what lies under them
   *     would be merged for good; and where a colour is none or too light to be read
   */
  public static SchoolList read(PolicySource source) {
    PolicyTable table = PolicyTable.read(source, TABLE, Set.copyOf(COLUMNS), Set.of(COLOUR));
    Set<String> names = new HashSet<>();
    return new SchoolList(table.rows().stream().map(row -> entry(row, names)).toList());
  }

  /** Reads one row, and adds what stands for its school to what is taken already. */
  static Entry entry(PolicyTable.Row row, Set<String> names) {
    if (!names.add(FoldedText.of(row.need("name")))) {
      throw row.refuse("\"" + row.get("name") + "\" stands twice; a school has one row");
    }
    List<String> aliases =
        Arrays.stream(row.get("aliases").split(";"))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty())
            .toList();
    Set<String> own = new HashSet<>(Set.of(FoldedText.of(row.need("name"))));
    for (String alias : aliases) {
      String key = FoldedText.of(alias);
      if (key.isEmpty()) {
        throw row.refuse(
            "\"" + alias + "\" holds no letter or digit; every row without a school would be its");
      }
      if (own.add(key) && !names.add(key)) {
        throw row.refuse("\"" + alias + "\" stands for two schools; a name is one school's only");
      }
    }
    String number = "urn " + row.get("urn");
    if (!row.get("urn").isEmpty() && own.add(number) && !names.add(number)) {
      throw row.refuse("the number " + row.get("urn") + " stands twice; a number is one school's");
    }
    return new Entry(row.need("name"), row.get("urn"), aliases, colour(row));
  }

  private static @Nullable AccentColour colour(PolicyTable.Row row) {
    return row.get(COLOUR).isEmpty() ? null : AccentColour.read(row.get(COLOUR), row::refuse);
  }

  /** The colours of the schools that have one of their own, by name. */
  public Map<String, AccentColour> colours() {
    Map<String, AccentColour> colours = new LinkedHashMap<>();
    for (Entry school : schools) {
      if (school.colour() != null) {
        colours.put(school.name(), school.colour());
      }
    }
    return colours;
  }
}
