package org.breachledger.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Incidents of the plan whose moments are not left to chance: the edges of days, halves and clock
 * changes, and findings that turn what was reported into its opposite.
 *
 * @param kind as the plan names it
 * @param occurred local time
 * @param identified local time; equal to {@code occurred} where only that one was written down
 * @param twist {@code fixed} (none but its moments), {@code turned} (closed as the opposite of what
 *     was reported), {@code mis} (written down by the pupil record system), {@code impossible} (a
 *     day that no calendar has)
 * @param tale what happened
 */
record Pinned(
    String school,
    String kind,
    int half,
    LocalDateTime occurred,
    LocalDateTime identified,
    String twist,
    Tale tale) {

  private static final String TABLE =
      """
      # school | kind of the plan | half | occurred | identified | twist | and a tale as tales.txt writes it
      # The repeated hour of October, in each layout.
      HARROWFEN | TECHNICAL_SECURITY_FAILING | 2 | 2025-10-26T01:20 | 2025-10-27T08:05 | fixed | TECHNICAL_SECURITY_FAILING:OTHER | * | 85 | BS | E | Mailbox of a member of staff was hacked in the night of the clock change; the log shows an outsider signing in from abroad.
      EASTMARROW | TECHNICAL_SECURITY_FAILING | 0 | 2024-10-27T01:40 | 2024-10-29T09:15 | fixed | TECHNICAL_SECURITY_FAILING:OTHER | * | 6 | B | E | Brute force attack from outside on the remote access server; one old account was opened and has been removed.
      FERNCASTER | TECHNICAL_SECURITY_FAILING | 2 | 2025-10-26T01:45 | 2025-10-27T07:50 | fixed | TECHNICAL_SECURITY_FAILING:PHISH | * | 38 | BS | E | Phishing link opened on a home computer at the weekend; in the night an outsider signed in to the office mailbox.
      # The skipped hour of March: nobody can have looked at a clock that said so.
      EASTMARROW | TECHNICAL_SECURITY_FAILING | 3 | 2026-03-29T01:30 | 2026-03-30T07:50 | fixed | TECHNICAL_SECURITY_FAILING:MALWARE | * | 296 | BS | E | The supplier of the payment page reported malware on its server at a time that the clock change left out.
      # Found after midnight of the demo's own morning: two duties are still running.
      HARROWFEN | TECHNICAL_SECURITY_FAILING | 3 | 2026-06-30T23:40 | 2026-07-01T00:20 | fixed | TECHNICAL_SECURITY_FAILING:OTHER | * | 130 | BS | E | Brute force attack on staff accounts from outside late in the evening; one was opened, and the technician on call has locked it.
      # Either side of New Year, and so of two halves.
      FERNCASTER | EQUIPMENT_OR_SYSTEMS_FAILURE | 2 | 2025-12-31T23:50 | 2026-01-05T08:00 | fixed | EQUIPMENT_OR_SYSTEMS_FAILURE | * | 45 | L | E | The server failed on New Year's Eve and the visitor records of the holiday club could not be recovered.
      FERNCASTER | EQUIPMENT_OR_SYSTEMS_FAILURE | 3 | 2026-01-01T00:10 | 2026-01-05T08:10 | fixed | EQUIPMENT_OR_SYSTEMS_FAILURE | * | 90 | N | E | The backup run of New Year failed after a hardware fault; records entered since the evening were corrupted.
      # In the record system's own clock, which stays on GMT, this was still June.
      TALLOWBY | TECHNICAL_SECURITY_FAILING | 2 | 2025-07-01T00:40 | 2025-07-01T00:40 | mis | TECHNICAL_SECURITY_FAILING:MALWARE | * | 47 | L | E | The web filter's night report showed malware on the library computer, sending data to an outside server.
      HARROWFEN | LOST_OR_STOLEN_HARDWARE | 2 | 2025-12-01T07:40 | 2025-12-01T08:30 | impossible | LOST_OR_STOLEN_HARDWARE | * | 22 | L | E N | Voice recorder used for language assessments lost from a teacher's bag.
      HARROWFEN | DISCLOSED_IN_ERROR | 1 | 2025-03-11T10:15 | 2025-03-11T10:40 | turned | DISCLOSED_IN_ERROR:EMAIL | * | 1 | BE | E | E-mail about a pupil's detention was sent to the wrong parent and, it was believed at first, recalled before it could be read.
      EASTMARROW | NEAR_MISS | 2 | 2025-09-18T14:05 | 2025-09-18T14:20 | turned | NEAR_DISCLOSED_IN_ERROR:EMAIL | * | 24 | N | E | Trip list thought to have been e-mailed to the wrong list; the outbox shows that it was stopped before sending.
      """;

  private static Pinned parse(String line) {
    String[] cells = line.split(" \\| ", 7);
    return new Pinned(
        cells[0],
        cells[1],
        Integer.parseInt(cells[2]),
        LocalDateTime.parse(cells[3]),
        LocalDateTime.parse(cells[4]),
        cells[5],
        Tale.parse(cells[6]));
  }

  /** All of them, in a list from which {@link #take} removes. */
  static List<Pinned> list() {
    return new ArrayList<>(
        TABLE.lines().filter(line -> !line.startsWith("#")).map(Pinned::parse).toList());
  }

  /** The next one for this place in the plan, which it leaves the list. */
  static Optional<Pinned> take(List<Pinned> left, SampleSchool school, String kind, int half) {
    Optional<Pinned> found =
        left.stream()
            .filter(p -> p.school.equals(school.key()) && p.kind.equals(kind) && p.half == half)
            .findFirst();
    found.ifPresent(left::remove);
    return found;
  }
}
