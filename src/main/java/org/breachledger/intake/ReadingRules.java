package org.breachledger.intake;

import java.util.List;
import org.breachledger.incident.Field;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;

/**
 * What a log may be and what its rows should tell, from {@code jobs/intake/reading.yaml}.
 *
 * @param essential fields whose empty cell is a gap; a list of fields of which one is enough stands
 *     together
 * @param headingRows how many filled rows from the top may stand before the headings end
 * @param maxBytes the largest file that is opened
 * @param maxUnpackedBytes the largest size a workbook may unpack to
 * @param maxRatio how many times its packed size a large part of a workbook may unpack to
 */
public record ReadingRules(
    List<List<Field>> essential,
    int headingRows,
    long maxBytes,
    long maxUnpackedBytes,
    int maxRatio) {

  private static final String FILE = "intake/reading.yaml";
  private static final long MEGABYTE = 1024L * 1024L;

  /**
   * Reads the rules.
   *
   * @throws RefusedTable naming the line, where a key is missing or unknown
   */
  public static ReadingRules read(PolicySource source) {
    PolicyDocument document = PolicyDocument.read(source, FILE);
    document.allow(
        "essential",
        "heading_rows",
        "max_megabytes",
        "max_unpacked_megabytes",
        "max_ratio",
        "guessing");
    return new ReadingRules(
        document.list("essential").stream().map(line -> fields(document, line)).toList(),
        number(document, "heading_rows"),
        number(document, "max_megabytes") * MEGABYTE,
        number(document, "max_unpacked_megabytes") * MEGABYTE,
        number(document, "max_ratio"));
  }

  private static List<Field> fields(PolicyDocument document, String line) {
    return List.of(line.split("\\|")).stream()
        .map(code -> Field.find(code.strip()).orElseThrow(() -> unknown(document, code.strip())))
        .toList();
  }

  private static RefusedTable unknown(PolicyDocument document, String code) {
    return new RefusedTable(
        FILE, document.lineOf("essential"), "field \"" + code + "\" is unknown");
  }

  private static int number(PolicyDocument document, String key) {
    try {
      int number = Integer.parseInt(document.need(key));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the sentence below says what is allowed
    }
    throw new RefusedTable(
        FILE, document.lineOf(key), "\"" + key + "\" must be a whole number above 0");
  }
}
