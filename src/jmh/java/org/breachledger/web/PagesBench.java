package org.breachledger.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.breachledger.access.Role;
import org.breachledger.bench.BenchPage;
import org.springframework.util.FileSystemUtils;

/**
 * How long every page of every role takes while a nightly job is at work on a big record, and how
 * long an upload waits for its preview and its confirmation. The program runs in a process of its
 * own; the sign-in page, which asks the database for nothing of the record, is the measure beside.
 */
public final class PagesBench {

  private static final int WARM = 3;
  private static final int SHEET = 500;

  private final BigRecord record;
  private final int rounds;
  private final List<String> table = new ArrayList<>();

  private PagesBench(BigRecord record, int rounds) {
    this.record = record;
    this.rounds = rounds;
  }

  /**
   * Measures.
   *
   * @param arguments the number of incidents, how often each page is asked for, how many sheets are
   *     uploaded; and a home to keep or to find the record in, else it is made in a folder that is
   *     deleted
   */
  public static void main(String... arguments) throws Exception {
    int incidents = Integer.parseInt(arguments[0]);
    boolean kept = arguments.length > 3;
    Path home = kept ? Path.of(arguments[3]) : Files.createTempDirectory("breachledger-bench");
    try (BigRecord record = BigRecord.in(home, incidents)) {
      PagesBench bench = new PagesBench(record, Integer.parseInt(arguments[1]));
      bench.measure(Integer.parseInt(arguments[2]));
      BenchPage.keep("Pages and uploads", about(incidents), bench.table);
    } finally {
      if (!kept) {
        FileSystemUtils.deleteRecursively(home);
      }
    }
  }

  private static String about(int incidents) {
    return String.format(
        Locale.UK,
        "Every page of every role, warm, over HTTP, in milliseconds, with %,d incidents of 40 schools"
            + " and five years, while a nightly job with new rows to take in and open deadlines to"
            + " judge is at work in the same program (%s); then uploads of a sheet of %d rows with"
            + " no job at work. The sign-in page stands beside.",
        incidents,
        BigRecord.HEAP,
        SHEET);
  }

  private void measure(int sheets) throws Exception {
    try (ServedProgram program = ServedProgram.start(record.home())) {
      if (sheets > 0) {
        uploads(signedIn(program, Role.DPO), sheets);
      }
      if (rounds > 0) {
        pages(program, Stream.of(Role.values()).map(role -> Visitor.of(program, role)).toList());
      }
    }
  }

  /** A person at a browser, and the pages the person may open. */
  private record Visitor(Role role, Browser browser, List<String> pages) {

    static Visitor of(ServedProgram program, Role role) {
      Browser browser = signedIn(program, role);
      return new Visitor(role, browser, RoutesOf.role(browser));
    }
  }

  private static Browser signedIn(ServedProgram program, Role role) {
    return Browser.signedIn(program.port(), role.code());
  }

  private void pages(ServedProgram program, List<Visitor> people) throws Exception {
    table.add("| role | page | median | p95 | max |");
    table.add("|---|---|---|---|---|");
    for (int i = 0; i < WARM; i++) {
      people.forEach(visitor -> visitor.pages().forEach(page -> asked(visitor.browser(), page)));
    }
    Map<String, double[]> taken = new LinkedHashMap<>();
    try (BusyNights nights = BusyNights.begin(record, signedIn(program, Role.OPERATOR))) {
      Browser nobody = new Browser(program.port());
      for (int round = 0; round < rounds; round++) {
        time(taken, round, "nobody", "/sign-in", nobody);
        for (Visitor visitor : people) {
          for (String page : visitor.pages()) {
            time(taken, round, visitor.role().code(), page, visitor.browser());
          }
        }
      }
      table.add("");
      table.add(nights.said());
    }
    List<String> lines = taken.entrySet().stream().map(PagesBench::line).toList();
    table.addAll(table.size() - 2, lines);
  }

  private void time(
      Map<String, double[]> taken, int round, String role, String path, Browser person) {
    String shown = role + " | `" + path.replaceAll("/\\d+", "/{id}") + "`";
    taken.computeIfAbsent(shown, key -> new double[rounds])[round] = asked(person, path);
  }

  private static double asked(Browser person, String path) {
    long begun = System.nanoTime();
    HttpResponse<String> answer = person.get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static String line(Map.Entry<String, double[]> taken) {
    double[] times = taken.getValue();
    Arrays.sort(times);
    return String.format(
        Locale.UK,
        "| %s | %.0f | %.0f | %.0f |",
        taken.getKey(),
        times[times.length / 2],
        times[(int) Math.ceil(times.length * 0.95) - 1],
        times[times.length - 1]);
  }

  private void uploads(Browser dpo, int sheets) throws IOException {
    double[] previews = new double[sheets];
    double[] again = new double[sheets];
    double[] confirmed = new double[sheets];
    for (int i = -WARM; i < sheets; i++) {
      byte[] sheet = record.sheet(SHEET);
      long begun = System.nanoTime();
      String waiting = Browser.path(dpo.upload(Map.of("log.xlsx", sheet), Map.of()));
      asked(dpo, waiting);
      double preview = (System.nanoTime() - begun) / 1e6;
      double shownAgain = asked(dpo, waiting);
      String token = dpo.token("/password");
      begun = System.nanoTime();
      String result = Browser.path(dpo.post(waiting + "/confirm", "_csrf=" + token));
      asked(dpo, result);
      if (i >= 0) {
        previews[i] = preview;
        again[i] = shownAgain;
        confirmed[i] = (System.nanoTime() - begun) / 1e6;
      }
    }
    table.add("| upload of a sheet of " + SHEET + " rows | median | p95 | max |");
    table.add("|---|---|---|---|");
    table.add(line(Map.entry("sent, and its preview shown", previews)));
    table.add(line(Map.entry("preview shown again", again)));
    table.add(line(Map.entry("confirmed, and its result shown", confirmed)));
    table.add("");
  }
}
