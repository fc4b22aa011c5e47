package org.breachledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long an import takes beside a bare read of the same workbook by the library that reads it:
 * each in a process of its own with the same heap, in turn, as often as asked. Prints a table of
 * medians and ratios, and one of how the time of a first import grows with the rows.
 */
public final class ImportBench {

  private static final String HEAP = "-Xmx512m";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final String jar;
  private final int rounds;
  private final Path folder;

  private ImportBench(String jar, int rounds, Path folder) {
    this.jar = jar;
    this.rounds = rounds;
    this.folder = folder;
  }

  /**
   * Measures.
   *
   * @param arguments the packaged program, the number of rounds and the numbers of rows, those with
   *     a plus imported once only, to see the growth; or {@code read} and a workbook
   */
  public static void main(String... arguments) throws Exception {
    if (arguments[0].equals("read")) {
      read(Path.of(arguments[1]));
      return;
    }
    Path folder = Files.createTempDirectory("breachledger-bench");
    ImportBench bench = new ImportBench(arguments[0], Integer.parseInt(arguments[1]), folder);
    List<String> table = new ArrayList<>();
    table.add("| rows | bare read, s | import, s | again, s | 1 % changed, s | ratios |");
    table.add("|---|---|---|---|---|---|");
    SortedMap<Integer, Double> first = new TreeMap<>();
    for (int i = 2; i < arguments.length; i++) {
      int rows = Integer.parseInt(arguments[i]);
      if (arguments[i].startsWith("+")) {
        first.put(rows, bench.once(rows));
      } else {
        double[] medians = bench.measure(rows);
        table.add(row(rows, medians));
        first.put(rows, medians[1]);
      }
    }
    BenchPage.keep(
        "Imports",
        "A made-up log of 16 columns imported with everything typed, scored, timed and stored; the"
            + " same rows again from another file; the same with one row in a hundred changed."
            + " Beside it the library that reads workbooks merely reading it. Each in a process of"
            + " its own with "
            + HEAP
            + ", in turn; medians of "
            + bench.rounds
            + ".",
        table);
    BenchPage.keep(
        "Growth of imports",
        "First imports as above, and larger ones once each. Beside the time that grows with the rows"
            + " from the fewest.",
        growth(first));
    FileSystemUtils.deleteRecursively(folder);
  }

  private static List<String> growth(SortedMap<Integer, Double> first) {
    List<String> table = new ArrayList<>();
    table.add("| rows | import, s | beside linear growth |");
    table.add("|---|---|---|");
    Map.Entry<Integer, Double> fewest = first.entrySet().iterator().next();
    double each = fewest.getValue() / fewest.getKey();
    first.forEach(
        (rows, seconds) ->
            table.add(
                String.format(
                    Locale.UK, "| %,d | %.1f | %.2f |", rows, seconds, seconds / (each * rows))));
    return table;
  }

  private double once(int rows) throws Exception {
    Path log = folder.resolve("log.xlsx");
    BigLog.write(log, "Incident log", rows, 0);
    Path home = folder.resolve("home");
    BigLog.listSchools(home, BigLog.MANY);
    double taken = imported(home, log);
    FileSystemUtils.deleteRecursively(home);
    return taken;
  }

  private double[] measure(int rows) throws Exception {
    Path log = folder.resolve("log.xlsx");
    Path again = folder.resolve("again.xlsx");
    Path changed = folder.resolve("changed.xlsx");
    BigLog.write(log, "Incident log", rows, 0);
    BigLog.write(again, "Incidents", rows, 0);
    BigLog.write(changed, "Incident log", rows, 1);
    List<double[]> taken = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Path home = folder.resolve("home");
      BigLog.listSchools(home, BigLog.MANY);
      taken.add(
          new double[] {
            bare(log), imported(home, log), imported(home, again), imported(home, changed)
          });
      FileSystemUtils.deleteRecursively(home);
    }
    double[] medians = new double[4];
    for (int i = 0; i < medians.length; i++) {
      int column = i;
      medians[i] = median(taken.stream().mapToDouble(times -> times[column]).toArray());
    }
    return medians;
  }

  private static String row(int rows, double[] medians) {
    return String.format(
        Locale.UK,
        "| %,d | %.1f | %.1f | %.1f | %.1f | %.2f · %.2f · %.2f |",
        rows,
        medians[0],
        medians[1],
        medians[2],
        medians[3],
        medians[1] / medians[0],
        medians[2] / medians[0],
        medians[3] / medians[0]);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private double bare(Path log) throws Exception {
    String classes = System.getProperty("java.class.path");
    String said = run(List.of("-cp", classes, ImportBench.class.getName(), "read", log.toString()));
    return Double.parseDouble(said.strip());
  }

  private double imported(Path home, Path log) throws Exception {
    List<String> words = List.of("--home", home.toString(), "import", log.toString(), "--json");
    List<String> command = new ArrayList<>(List.of("-jar", jar));
    command.addAll(words);
    return JsonMapper.builder().build().readTree(run(command)).get("seconds").asDouble();
  }

  private static String run(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA, HEAP));
    command.addAll(arguments);
    Path out = Files.createTempFile("breachledger-bench", ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("ended with " + process.exitValue());
    }
    String said = Files.readString(out);
    Files.delete(out);
    return said;
  }

  /** Every cell of the first sheet as text, and nothing more. */
  private static void read(Path file) throws IOException {
    long begun = System.nanoTime();
    long letters = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      letters = rows.mapToLong(ImportBench::letters).sum();
    }
    if (letters == 0) {
      throw new IllegalStateException("nothing was read");
    }
    System.out.println((System.nanoTime() - begun) / 1e9);
  }

  private static long letters(Row row) {
    return row.stream().mapToLong(cell -> cell == null ? 0 : cell.getText().length()).sum();
  }
}
