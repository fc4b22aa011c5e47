package org.breachledger.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breachledger.access.Role;
import org.breachledger.bench.BenchPage;
import org.springframework.util.FileSystemUtils;

/**
 * How long every page of every role takes while a nightly job is at work on a big record, and how
 * long an upload waits for its preview and its confirmation; and some pages while hostile files are
 * read. The program runs in a process of its own; the sign-in page, which asks the database for
 * nothing of the record, is the measure beside.
 */
public final class PagesBench {

  private static final int WARM = 3;
  private static final int SHEET = 500;
  private static final int SENDERS = 2;

  private static final List<String> REPRESENTATIVE =
      List.of(
          "/",
          "/incidents",
          "/incidents?q=INC-4711",
          "/incidents?school=3",
          "/incidents?state=open",
          "/imports",
          "/signals",
          "/trends");

  private final BigRecord record;
  private final List<String> table = new ArrayList<>();

  private PagesBench(BigRecord record) {
    this.record = record;
  }

  /**
   * Measures. What is to be done no times is left out.
   *
   * @param arguments the number of incidents, how often each page is asked for, how many sheets are
   *     uploaded, how often each page is asked for beside hostile files; and a home to keep or to
   *     find the record in, else it is made in a folder that is deleted
   */
  public static void main(String... arguments) throws Exception {
    int incidents = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    int sheets = Integer.parseInt(arguments[2]);
    int beside = Integer.parseInt(arguments[3]);
    boolean kept = arguments.length > 4;
    Path home = kept ? Path.of(arguments[4]) : Files.createTempDirectory("breachledger-bench");
    try (BigRecord record = BigRecord.in(home, incidents)) {
      if (rounds + sheets > 0) {
        PagesBench bench = new PagesBench(record);
        bench.measure(rounds, sheets);
        BenchPage.keep("Pages and uploads", about(incidents), bench.table);
      }
      if (beside > 0) {
        PagesBench bench = new PagesBench(record);
        bench.besideHostileFiles(beside);
        BenchPage.keep("Pages while hostile files are read", hostile(incidents), bench.table);
      }
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

  private static String hostile(int incidents) {
    return String.format(
        Locale.UK,
        "Some pages of the DPO, warm, over HTTP, in milliseconds, with %,d incidents of 40 schools and"
            + " five years: with nothing else at work, and while hostile files are uploaded and read"
            + " for their preview in the same program (%s); half of the rounds with nothing at work"
            + " before that, half after it. The sign-in page stands beside.",
        incidents,
        BigRecord.HEAP);
  }

  private void measure(int rounds, int sheets) throws Exception {
    try (ServedProgram program = ServedProgram.start(record.home())) {
      if (sheets > 0) {
        uploads(signedIn(program, Role.DPO), sheets);
      }
      if (rounds > 0) {
        List<Visitor> people =
            Stream.of(Role.values()).map(role -> Visitor.of(program, role)).toList();
        pages(program, people, rounds);
      }
    }
  }

  private void besideHostileFiles(int rounds) throws Exception {
    Map<String, Times> alone = new LinkedHashMap<>();
    Map<String, Times> beside = new LinkedHashMap<>();
    try (ServedProgram program = ServedProgram.start(record.home())) {
      Browser dpo = signedIn(program, Role.DPO);
      List<Visitor> people =
          List.of(
              new Visitor("nobody", new Browser(program.port()), List.of("/sign-in")),
              new Visitor(Role.DPO.code(), dpo, REPRESENTATIVE));
      for (int i = 0; i < WARM * WARM; i++) {
        round(new LinkedHashMap<>(), people);
      }
      for (int i = 0; i < rounds / 2; i++) {
        round(alone, people);
      }
      List<Browser> senders =
          IntStream.range(0, SENDERS).mapToObj(i -> signedIn(program, Role.DPO)).toList();
      Path folder = Files.createTempDirectory("breachledger-hostile");
      try (HostileUploads uploads = HostileUploads.begin(folder, senders)) {
        for (int i = 0; i < rounds; i++) {
          round(beside, people);
          uploads.check();
        }
        table.add("");
        table.add(uploads.said());
      }
      for (int i = 0; i < rounds - rounds / 2; i++) {
        round(alone, people);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "| role | page | alone: median | p95 | max | beside: median | p95 | max | p95 ratio |");
    lines.add("|---|---|---|---|---|---|---|---|---|");
    Times allAlone = new Times();
    Times allBeside = new Times();
    alone.forEach(
        (page, times) -> {
          Times others = beside.getOrDefault(page, times);
          lines.add(compared(page, times, others));
          allAlone.addAll(times);
          allBeside.addAll(others);
        });
    lines.add(compared("all | of these", allAlone, allBeside));
    table.addAll(0, lines);
  }

  private static String compared(String page, Times alone, Times beside) {
    return String.format(
        Locale.UK,
        "| %s | %s | %s | %.2f |",
        page,
        alone.cells(),
        beside.cells(),
        beside.share(0.95) / alone.share(0.95));
  }

  /** A person at a browser, and the pages the person may open. */
  private record Visitor(String role, Browser browser, List<String> pages) {

    static Visitor of(ServedProgram program, Role role) {
      Browser browser = signedIn(program, role);
      return new Visitor(role.code(), browser, RoutesOf.role(browser));
    }
  }

  private static Browser signedIn(ServedProgram program, Role role) {
    return Browser.signedIn(program.port(), role.code());
  }

  private void pages(ServedProgram program, List<Visitor> known, int rounds) throws Exception {
    List<Visitor> people = new ArrayList<>(known);
    people.add(0, new Visitor("nobody", new Browser(program.port()), List.of("/sign-in")));
    table.add("| role | page | median | p95 | max |");
    table.add("|---|---|---|---|---|");
    for (int i = 0; i < WARM; i++) {
      people.forEach(visitor -> visitor.pages().forEach(page -> asked(visitor.browser(), page)));
    }
    Map<String, Times> taken = new LinkedHashMap<>();
    try (BusyNights nights = BusyNights.begin(record, signedIn(program, Role.OPERATOR))) {
      for (int i = 0; i < rounds; i++) {
        round(taken, people);
      }
      table.add("");
      table.add(nights.said());
    }
    List<String> lines = new ArrayList<>();
    taken.forEach((page, times) -> lines.add(line(page, times)));
    table.addAll(table.size() - 2, lines);
  }

  private static void round(Map<String, Times> taken, List<Visitor> people) {
    for (Visitor visitor : people) {
      for (String page : visitor.pages()) {
        String shown = visitor.role() + " | `" + page.replaceAll("/\\d+", "/{id}") + "`";
        taken.computeIfAbsent(shown, key -> new Times()).add(asked(visitor.browser(), page));
      }
    }
  }

  private static double asked(Browser person, String path) {
    long begun = System.nanoTime();
    HttpResponse<String> answer = person.get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static String line(String shown, Times times) {
    return "| " + shown + " | " + times.cells() + " |";
  }

  private void uploads(Browser dpo, int sheets) throws IOException {
    Times previews = new Times();
    Times again = new Times();
    Times confirmed = new Times();
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
        previews.add(preview);
        again.add(shownAgain);
        confirmed.add((System.nanoTime() - begun) / 1e6);
      }
    }
    table.add("| upload of a sheet of " + SHEET + " rows | median | p95 | max |");
    table.add("|---|---|---|---|");
    table.add(line("sent, and its preview shown", previews));
    table.add(line("preview shown again", again));
    table.add(line("confirmed, and its result shown", confirmed));
    table.add("");
  }
}
