package org.breachledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps each benchmark's newest table in {@code docs/benchmarks.md}, under a heading of its own.
 */
public final class BenchPage {

  private static final Path PAGE = Path.of("docs", "benchmarks.md");

  private BenchPage() {}

  /**
   * Prints a table and puts it in the place of the section's last one.
   *
   * @param section its heading, without marks
   * @param about what was measured against what, one sentence
   */
  public static void keep(String section, String about, List<String> table) throws IOException {
    table.forEach(System.out::println);
    List<String> fresh = new ArrayList<>(List.of("## " + section, about, ""));
    fresh.addAll(table);
    fresh.addAll(List.of("", machine(), ""));
    List<String> page = Files.exists(PAGE) ? Files.readAllLines(PAGE) : List.of("# Benchmarks", "");
    Files.write(PAGE, replaced(page, section, fresh));
  }

  private static List<String> replaced(List<String> page, String section, List<String> fresh) {
    int begin = page.indexOf("## " + section);
    int end = begin < 0 ? page.size() : begin + 1;
    while (begin >= 0 && end < page.size() && !page.get(end).startsWith("## ")) {
      end++;
    }
    List<String> replaced = new ArrayList<>(page.subList(0, begin < 0 ? end : begin));
    replaced.addAll(fresh);
    replaced.addAll(page.subList(end, page.size()));
    return replaced;
  }

  private static String machine() {
    return "%s: %d cores, %s %s, Java %s, PostgreSQL of the program, JasperReports %s."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            version("net.sf.jasperreports.engine.JasperFillManager"));
  }

  private static String version(String type) {
    try {
      String known = Class.forName(type).getPackage().getImplementationVersion();
      return known == null ? "as in pom.xml" : known;
    } catch (ClassNotFoundException e) {
      return "as in pom.xml";
    }
  }
}
