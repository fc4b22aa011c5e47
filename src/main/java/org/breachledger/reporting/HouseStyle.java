package org.breachledger.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.AccentColour;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;

/**
 * How the papers of a house look: the trust's colour, those of its schools, and from what length on
 * a paper says what is in it.
 *
 * @param own the colour of papers about all schools, and of schools without one of their own
 * @param schools colours by name
 * @param contentsOver a paper of more pages than these has a contents line
 */
public record HouseStyle(AccentColour own, Map<String, AccentColour> schools, int contentsOver) {

  private static final String FILE = "reporting/house-style.yaml";
  private static final String PAGES = "contents-over-pages";

  /** Knows the schools by their names, however they are written. */
  public HouseStyle {
    Map<String, AccentColour> known = new LinkedHashMap<>();
    schools.forEach((name, colour) -> known.put(FoldedText.of(name), colour));
    schools = Map.copyOf(known);
  }

  /**
   * Reads the trust's own look.
   *
   * @param schools colours by name, from the list of schools
   * @throws org.breachledger.policy.RefusedTable naming the line, where the colour is none or too
   *     light, or the length is no whole number from 1 on
   */
  public static HouseStyle read(PolicySource source, Map<String, AccentColour> schools) {
    PolicyDocument file = PolicyDocument.read(source, FILE).allow("colour", PAGES);
    AccentColour own =
        AccentColour.read(file.find("colour").orElse(""), wrong -> refuse(file, "colour", wrong));
    return new HouseStyle(own, schools, pages(file));
  }

  private static int pages(PolicyDocument file) {
    String written = file.need(PAGES);
    if (!written.matches("[1-9][0-9]{0,3}")) {
      throw refuse(file, PAGES, "key \"" + PAGES + "\" must be a whole number from 1 to 9999");
    }
    return Integer.parseInt(written);
  }

  private static RefusedTable refuse(PolicyDocument file, String key, String wrong) {
    return new RefusedTable(FILE, file.lineOf(key), wrong);
  }

  /** The colour of a paper about one school; the house's own for {@link AlertPack#ALL}. */
  public AccentColour of(String scope) {
    return scope.equals(AlertPack.ALL) ? own : schools.getOrDefault(FoldedText.of(scope), own);
  }
}
