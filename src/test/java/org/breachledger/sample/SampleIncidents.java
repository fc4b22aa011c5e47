package org.breachledger.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.breachledger.incident.Field;

/** Draws the incidents that the plan asks for, the same ones every time. */
public final class SampleIncidents {

  private static final long SEED = 20260701L;
  private static final Set<String> NOT_SENT = Set.of("FERNCASTER", "DUNNOWAY");
  private static final Set<String> WITH_MIS = Set.of("QUILLBROOK", "TALLOWBY");
  private static final List<String> REPORTERS =
      List.of(
          "Mr Chalkdust",
          "Ms Inkwell",
          "Mrs Blotter",
          "Miss Treasuretag",
          "Dr Pencilcase",
          "Mr Staplewright",
          "Mx Ringbinder",
          "Anonymous",
          "");

  private final Random random = new Random(SEED);
  private final Tales tales = new Tales();
  private final Judgement judgement = new Judgement(random);

  /** What is settled of an incident before its course is drawn. */
  private record Seed(
      Plan.Line line,
      LocalDateTime occurred,
      LocalDateTime identified,
      String twist,
      Tale tale,
      String text) {

    LocalDate day() {
      return twist.equals("impossible") ? identified.toLocalDate() : occurred.toLocalDate();
    }
  }

  private SampleIncidents() {}

  /** All incidents, by day. */
  public static List<SampleIncident> list() {
    return new SampleIncidents().draw();
  }

  private List<SampleIncident> draw() {
    List<Seed> seeds = new ArrayList<>();
    List<Pinned> pinned = Pinned.list();
    for (Plan.Line line : Plan.list()) {
      for (int half = 0; half < 4; half++) {
        for (int i = 0; i < line.counts().get(half); i++) {
          seeds.add(seed(line, half, Pinned.take(pinned, line.school(), line.kind(), half)));
        }
      }
    }
    if (!pinned.isEmpty()) {
      throw new IllegalStateException("the plan has no place for " + pinned.get(0));
    }
    seeds.sort(Comparator.comparing(Seed::occurred));
    return Numbering.number(seeds.stream().map(this::incident).toList());
  }

  private Seed seed(Plan.Line line, int half, Optional<Pinned> pin) {
    return pin.map(pinned -> seed(line, pinned)).orElseGet(() -> seed(line, half));
  }

  private Seed seed(Plan.Line line, Pinned pinned) {
    String text = pinned.tale().tell(line.school(), random);
    return new Seed(
        line, pinned.occurred(), pinned.identified(), pinned.twist(), pinned.tale(), text);
  }

  private Seed seed(Plan.Line line, int half) {
    Tale tale = tales.deal(line.kind(), line.school(), random);
    LocalDate end = Plan.HALVES.get(half + 1).minusDays(line.counted() ? 0 : 30);
    LocalDate day =
        SchoolDays.draw(random, Plan.HALVES.get(half), end, NOT_SENT.contains(line.school().key()));
    LocalDateTime occurred = day.atTime(8, 0).plusMinutes(5L * random.nextInt(102));
    LocalDateTime found = Course.found(occurred, random);
    if (!line.counted() || !found.isBefore(SampleTrust.END)) {
      found = occurred.plusMinutes(10 + 5L * random.nextInt(20));
    }
    boolean mis =
        line.counted() && WITH_MIS.contains(line.school().key()) && random.nextInt(4) == 0;
    return new Seed(
        line, occurred, found, mis ? "mis" : "none", tale, tale.tell(line.school(), random));
  }

  private SampleIncident incident(Seed seed) {
    Plan.Line line = seed.line();
    String type = seed.tale().kind().replaceFirst("^(NEAR|NO_EVENT|INBOUND)_", "");
    Headcount people = Headcount.draw(seed.tale().people(), random);
    boolean repeat = line.counted() && judgement.isRepeat(line.school(), type, seed.day());
    List<String> factors =
        line.counted() ? judgement.factors(seed.tale(), repeat) : seed.tale().factors();
    int score = people.baseline() + Judgement.value(factors);
    if (repeat && !factors.contains("REPEAT_INCIDENT")) {
      score++;
    }
    int level = line.counted() && score >= 3 ? 2 : 1;
    String decision = level == 2 ? judgement.decision() : "";
    Map<Field, LocalDateTime> moments = moments(seed, level, decision);
    return new SampleIncident(
        line.school(),
        line.kind(),
        type,
        tales.category(seed.tale(), random),
        seed.text(),
        people,
        factors,
        seed.tale().medium(),
        seed.tale().encrypted(),
        moments,
        daysOnly(seed),
        judgement.declared(people.baseline() + Judgement.value(factors), people),
        decision,
        seed.twist(),
        seed.twist().equals("mis"),
        "",
        REPORTERS.get(random.nextInt(REPORTERS.size())));
  }

  private Map<Field, LocalDateTime> moments(Seed seed, int level, String decision) {
    Map<Field, LocalDateTime> course =
        seed.line().counted()
            ? Course.ofIncident(seed.occurred(), seed.identified(), level, decision, random)
            : Course.ofNone(seed.occurred(), seed.identified(), random);
    boolean forgotten = random.nextInt(33) == 0 && seed.twist().equals("none");
    if (!forgotten && !seed.twist().equals("mis")) {
      return course;
    }
    Map<Field, LocalDateTime> without = new EnumMap<>(course);
    without.remove(Field.OCCURRED);
    without.put(Field.IDENTIFIED, seed.occurred());
    return without;
  }

  private Set<Field> daysOnly(Seed seed) {
    Set<Field> days = EnumSet.noneOf(Field.class);
    for (Field field : Numbering.DATED) {
      if (random.nextInt(100) < (field == Field.OCCURRED ? 24 : 7)) {
        days.add(field);
      }
    }
    boolean atNight = seed.occurred().getHour() < 7 || seed.occurred().getHour() > 20;
    return atNight ? Set.of() : days;
  }
}
