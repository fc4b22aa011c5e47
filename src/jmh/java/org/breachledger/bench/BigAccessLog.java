package org.breachledger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Made-up events of a system that forty schools share, two seconds apart in opening hours: people
 * at work, a few of them at night, log-ins that fail, programs that run. The same lines for the
 * same seed.
 */
final class BigAccessLog {

  private static final String HEADINGS =
      "Date and time,User,Event description,Module,School,IP address";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
  private static final int SCHOOLS = 40;
  private static final int PEOPLE = 60;
  private static final int PUPILS = 20_000;
  private static final int AT_A_TIME = 100_000;
  private static final Set<LocalDate> BANK_HOLIDAYS =
      Set.of(
          LocalDate.of(2025, 12, 25),
          LocalDate.of(2025, 12, 26),
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 4, 3),
          LocalDate.of(2026, 4, 6),
          LocalDate.of(2026, 5, 4),
          LocalDate.of(2026, 5, 25));
  private static final List<String> DEEDS =
      List.of(
          "Viewed a record",
          "Marked a register",
          "Changed a mark",
          "\"Sent a message, all of Year 9\"",
          "Opened the timetable",
          "Added a behaviour note",
          "Signed in",
          "Signed out");
  private static final List<String> MODULES =
      List.of("Pupils", "Attendance", "Assessment", "Messages", "Timetable", "Behaviour");

  private final Random random = new Random(20_260_302);
  private LocalDateTime now = LocalDateTime.of(2025, 9, 1, 7, 0);
  private int trying;

  private BigAccessLog() {}

  /**
   * Writes a log.
   *
   * @param ordered whether its lines stand in the order of time
   */
  static void write(Path file, int lines, boolean ordered) throws IOException {
    BigAccessLog log = new BigAccessLog();
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEADINGS + "\n");
      List<String> some = new ArrayList<>();
      for (int i = 0; i < lines; i++) {
        some.add(log.line());
        if (some.size() == AT_A_TIME || i == lines - 1) {
          if (!ordered) {
            Collections.shuffle(some, log.random);
          }
          out.write(String.join("\n", some) + "\n");
          some.clear();
        }
      }
    }
  }

  private String line() {
    boolean open = open();
    now = now.plusSeconds(random.nextInt(open ? 4 : 120));
    if (!open && random.nextInt(20) > 0) {
      return line("system", "Nightly sync", "Service", random.nextInt(SCHOOLS), "10.0.0.1");
    }
    int person = open ? random.nextInt(SCHOOLS * PEOPLE) : late();
    if (trying == 0 && random.nextInt(5_000) == 0) {
      trying = 6;
    }
    if (trying > 0 && random.nextBoolean()) {
      trying--;
      return line(now.getDayOfYear(), "Log in failed", "Sign in");
    }
    if (random.nextInt(100) == 0) {
      return line(person, "Log in failed", "Sign in");
    }
    if (random.nextInt(200) == 0) {
      return line(person, "Exported a list of pupils", "Reports");
    }
    int deed = random.nextInt(DEEDS.size() + 3);
    return deed < DEEDS.size()
        ? line(person, DEEDS.get(deed), MODULES.get(random.nextInt(MODULES.size())))
        : line(person, "Viewed the record of pupil " + random.nextInt(PUPILS), "Pupils");
  }

  private boolean open() {
    return now.getHour() >= 7
        && now.getHour() < 18
        && now.getDayOfWeek() != DayOfWeek.SATURDAY
        && now.getDayOfWeek() != DayOfWeek.SUNDAY
        && !BANK_HOLIDAYS.contains(now.toLocalDate());
  }

  /** Whoever is at work this evening. */
  private int late() {
    return (now.getDayOfYear() * 7 + random.nextInt(5)) % (SCHOOLS * PEOPLE);
  }

  private String line(int person, String deed, String module) {
    int school = person % SCHOOLS;
    return line("p" + person + "@trust.example", deed, module, school, address(person, school));
  }

  /** A school shows one address to the world; sometimes somebody is elsewhere. */
  private String address(int person, int school) {
    return random.nextInt(50) == 0 ? "192.0.2." + person % 200 : "10.1." + school + ".4";
  }

  private String line(String user, String deed, String module, int school, String address) {
    return MOMENT.format(now)
        + ","
        + user
        + ","
        + deed
        + ","
        + module
        + ",School "
        + (char) ('A' + school % 26)
        + school
        + ","
        + address;
  }
}
