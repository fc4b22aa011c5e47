package org.breachledger.sample;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that may happen at a school, as a line of {@code tales.txt} tells it.
 *
 * @param kind the breach type's code, with NEAR_, NO_EVENT_ or INBOUND_ before it where it is no
 *     counted incident
 * @param subType the line's own word behind the colon; empty where there is none
 * @param where {@code s}, {@code p} or {@code *}
 * @param people a number, {@code low-high}, or {@code ?}
 * @param factors codes of sensitivity factors
 * @param medium Paper, Electronic or Hybrid
 * @param encrypted Y, N or empty
 * @param text with alternatives in square brackets
 */
record Tale(
    String kind,
    String subType,
    String where,
    String people,
    List<String> factors,
    String medium,
    String encrypted,
    String text) {

  private static final Pattern CHOICE = Pattern.compile("\\[([^]]*)]");

  private static final Map<Character, String> FACTORS =
      Map.ofEntries(
          Map.entry('N', "NO_SENSITIVE_DATA"),
          Map.entry('L', "LIMITED_DEMOGRAPHIC_DATA"),
          Map.entry('A', "ACCESS_MITIGATED"),
          Map.entry('B', "BASIC_DEMOGRAPHIC_DATA"),
          Map.entry('C', "LIMITED_CLINICAL_DATA"),
          Map.entry('D', "DETAILED_CARE_DATA"),
          Map.entry('P', "PARTICULARLY_SENSITIVE"),
          Map.entry('S', "SECURITY_FAILING"),
          Map.entry('M', "MEDIA_INTEREST"),
          Map.entry('I', "ICO_COMPLAINT"),
          Map.entry('E', "DISTRESS"),
          Map.entry('H', "PHYSICAL_HARM"),
          Map.entry('T', "DETRIMENT"));

  private static final Map<String, String> MEDIA =
      Map.of("P", "Paper", "E", "Electronic", "H", "Hybrid");

  /** Reads one line of the file. */
  static Tale parse(String line) {
    String[] cells = line.split(" *\\| *");
    String[] kind = cells[0].split(":");
    String[] medium = cells[4].strip().split(" ");
    return new Tale(
        kind[0].strip(),
        kind.length > 1 ? kind[1].strip() : "",
        cells[1].strip(),
        cells[2].strip(),
        cells[3].strip().chars().mapToObj(letter -> factor((char) letter)).toList(),
        MEDIA.getOrDefault(medium[0], ""),
        medium.length > 1 ? medium[1] : "",
        cells[5].strip());
  }

  private static String factor(char letter) {
    String code = FACTORS.get(letter);
    if (code == null) {
      throw new IllegalArgumentException("tales.txt knows no factor " + letter);
    }
    return code;
  }

  /** Whether it may happen at this school. */
  boolean fits(SampleSchool school) {
    return where.equals("*") || where.equals(school.secondary() ? "s" : "p");
  }

  /** The text with every choice made. */
  String tell(SampleSchool school, Random random) {
    String at = school.classes().get(random.nextInt(school.classes().size()));
    Matcher choices = CHOICE.matcher(text);
    return choices
        .replaceAll(
            choice -> {
              String[] words = choice.group(1).split("/");
              return words[random.nextInt(words.length)];
            })
        .replace("{class}", at);
  }
}
