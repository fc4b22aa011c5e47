package org.breachledger.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Answer;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.IsoMoment;
import org.breachledger.incident.Moment;

/**
 * Form A as it was typed, read as a whole: every entry that cannot be used is told. The names of
 * its entries are those of the fields; a time of day stands beside its day.
 */
final class ReportForm {

  /** What the entry of the time of a day is called. */
  static final String TIME = "-time";

  /** The ten questions of risk, in the order of the policy [004 5.3]. */
  static final Map<Field, String> RISKS = risks();

  static final Map<String, String> STATUSES =
      words(
          "confirmed", "It happened",
          "potential", "It may have happened",
          "near-miss", "It nearly happened");

  static final Map<String, String> MEDIA =
      words("paper", "Paper", "electronic", "Electronic", "hybrid", "Both");

  static final Map<String, String> ANSWERS =
      words("yes", "Yes", "no", "No", "unknown", "Not known");

  private static final List<Field> MOMENTS =
      List.of(Field.OCCURRED, Field.IDENTIFIED, Field.PRELIMINARY_INVESTIGATION);
  private static final List<Field> SIGNATURES =
      List.of(Field.FORM_A_SIGNED_DATA_LEAD, Field.FORM_A_SIGNED_HEAD);
  private static final Map<Field, Integer> LONGEST =
      Map.of(
          Field.REPORTED_TYPE, 200,
          Field.DESCRIPTION, 5000,
          Field.DATA_KINDS, 1000,
          Field.CONTAINMENT, 5000,
          Field.EARLY_NOTIFIED, 1000,
          Field.REPORTER, 200);
  private static final int LONGEST_REFERENCE = 50;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(Moment.ZONE);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(Moment.ZONE);

  private final Typed typed;
  private final Map<String, String> onRecord;
  private final Instant now;
  private final Map<Field, String> cells = new EnumMap<>(Field.class);
  private final Map<Field, Moment> moments = new EnumMap<>(Field.class);
  private final Map<String, String> problems = new LinkedHashMap<>();

  private ReportForm(Typed typed, Map<String, String> onRecord, AsOf asOf) {
    this.typed = typed;
    this.onRecord = onRecord;
    this.now = asOf.instant();
  }

  /**
   * What was read.
   *
   * @param cells what each field says, empty ones left out
   * @param problems the sentence for each entry that cannot be used, in the order of the form
   */
  record Read(Map<Field, String> cells, Map<String, String> problems) {}

  /**
   * Reads a form.
   *
   * @param onRecord what stood in it when it was opened; what is still the same is left out
   * @param headSigns whether this account may say that the head signed
   */
  static Read read(
      Typed typed, Map<String, String> onRecord, boolean headSigns, boolean first, AsOf asOf) {
    return new ReportForm(typed, onRecord, asOf).read(headSigns, first);
  }

  private Read read(boolean headSigns, boolean first) {
    choice(Field.STATUS, STATUSES);
    MOMENTS.forEach(this::moment);
    order(Field.IDENTIFIED, "It cannot be found before it happened");
    order(Field.PRELIMINARY_INVESTIGATION, "It cannot be looked into before it happened");
    text(Field.REPORTED_TYPE);
    text(Field.DESCRIPTION);
    if (first && typed.find(Field.DESCRIPTION.code()).isEmpty()) {
      problems.put(Field.DESCRIPTION.code(), "Write what happened, in a sentence or two");
    }
    people();
    text(Field.DATA_KINDS);
    choice(Field.MEDIUM, MEDIA);
    choice(Field.ENCRYPTED, ANSWERS);
    RISKS.keySet().forEach(risk -> choice(risk, ANSWERS));
    text(Field.CONTAINMENT);
    text(Field.EARLY_NOTIFIED);
    text(Field.REPORTER);
    SIGNATURES.stream()
        .filter(one -> one != Field.FORM_A_SIGNED_HEAD || headSigns)
        .filter(one -> typed.find(one.code()).isPresent() && !same(one.code()))
        .forEach(one -> cells.put(one, "yes"));
    return new Read(cells, problems);
  }

  private boolean same(String name) {
    return typed.find(name).orElse("").equals(onRecord.getOrDefault(name, ""));
  }

  private void choice(Field field, Map<String, String> list) {
    typed
        .find(field.code())
        .filter(said -> !same(field.code()))
        .ifPresent(
            said -> {
              if (list.containsKey(said)) {
                cells.put(field, said);
              } else {
                problems.put(field.code(), "Choose one of the list");
              }
            });
  }

  private void moment(Field field) {
    String name = field.code();
    Optional<String> day = typed.find(name);
    Optional<String> time = typed.find(name + TIME);
    if (day.isEmpty()) {
      time.ifPresent(said -> problems.put(name, "Enter the day that belongs to the time"));
      return;
    }
    String written = day.get() + time.map(said -> "T" + said).orElse("");
    if (!(IsoMoment.parse(written) instanceof IsoMoment.Read read)) {
      problems.put(name, "Enter a day such as 2026-10-01, and a time such as 15:30 or none");
      return;
    }
    moments.put(field, read.moment());
    if (read.moment().span().filter(span -> span.earliest().isAfter(now)).isPresent()) {
      problems.put(name, "Enter a day and time that are not still to come");
    } else if (!same(name) || !same(name + TIME)) {
      cells.put(field, written);
    }
  }

  /** Told only where it is certain, as with two days, or two times. */
  private void order(Field later, String sentence) {
    Optional<Moment.Span> first =
        Optional.ofNullable(moments.get(Field.OCCURRED)).flatMap(Moment::span);
    Optional<Moment.Span> second = Optional.ofNullable(moments.get(later)).flatMap(Moment::span);
    if (first.isEmpty() || second.isEmpty()) {
      return;
    }
    Moment.Span end = second.get();
    boolean before =
        end.open()
            ? !end.latest().isAfter(first.get().earliest())
            : end.latest().isBefore(first.get().earliest());
    if (before) {
      problems.putIfAbsent(later.code(), sentence);
    }
  }

  private void people() {
    String name = Field.INDIVIDUALS.code();
    Optional<String> said = typed.find(name).filter(one -> !same(name));
    if (said.isPresent() && Individuals.typed(said.get()).isEmpty()) {
      problems.put(name, "Enter a number such as 12, or 20-30");
    } else {
      said.ifPresent(one -> cells.put(Field.INDIVIDUALS, one));
    }
  }

  private void text(Field field) {
    Optional<String> said =
        typed
            .find(field.code())
            .map(one -> one.replace("\r\n", "\n"))
            .filter(one -> !one.equals(onRecord.get(field.code())));
    int most = LONGEST.getOrDefault(field, 0);
    if (said.filter(one -> one.length() > most).isPresent()) {
      problems.put(field.code(), "Write at most " + most + " characters");
    } else {
      said.ifPresent(one -> cells.put(field, one));
    }
  }

  /** The reference that was typed, or what is wrong with it. */
  static Optional<String> wrongReference(String reference) {
    return reference.length() > LONGEST_REFERENCE || reference.contains("\n")
        ? Optional.of("Enter a reference of at most " + LONGEST_REFERENCE + " characters")
        : Optional.empty();
  }

  /**
   * The form as a record fills it in; what people wrote stays out of it, and an entry left empty
   * changes nothing.
   */
  static Map<String, String> filled(Facts facts) {
    Map<String, String> entries = new HashMap<>();
    MOMENTS.forEach(field -> facts.findMoment(field).ifPresent(at -> fill(entries, field, at)));
    List<Field> plain = new ArrayList<>(RISKS.keySet());
    plain.addAll(Set.of(Field.STATUS, Field.MEDIUM, Field.ENCRYPTED, Field.REPORTED_TYPE));
    plain.forEach(
        field -> facts.find(field).ifPresent(value -> entries.put(field.code(), value.written())));
    facts
        .findIndividuals()
        .ifPresent(
            people -> entries.put(Field.INDIVIDUALS.code(), people.written().replace("..", "-")));
    SIGNATURES.stream()
        .filter(one -> facts.answer(one) == Answer.YES)
        .forEach(one -> entries.put(one.code(), "yes"));
    return entries;
  }

  private static void fill(Map<String, String> entries, Field field, Moment moment) {
    moment
        .span()
        .ifPresent(
            span -> {
              entries.put(field.code(), DAY.format(span.earliest()));
              if (!span.open()) {
                entries.put(field.code() + TIME, CLOCK.format(span.earliest()));
              }
            });
  }

  /** A moment of the record as a cell that is read back as it was; empty where none can be. */
  static Optional<String> cell(Moment moment) {
    return moment
        .span()
        .map(
            span ->
                moment instanceof Moment.Either
                    ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        ZonedDateTime.ofInstant(span.earliest(), Moment.ZONE))
                    : moment.written());
  }

  private static Map<Field, String> risks() {
    Map<Field, String> risks = new LinkedHashMap<>();
    risks.put(Field.RISK_PHYSICAL, "Could somebody be in physical danger?");
    risks.put(Field.RISK_EMOTIONAL, "Could it distress or embarrass somebody?");
    risks.put(Field.RISK_IDENTITY, "Could it lead to identity fraud?");
    risks.put(Field.RISK_FINANCIAL, "Could somebody, or the school, lose money?");
    risks.put(Field.RISK_BUSINESS, "Does it hinder the work of the school?");
    risks.put(Field.RISK_WIDER, "Could it reach further, such as public health or trust?");
    risks.put(Field.RISK_REPUTATION, "Could it harm the school’s good name?");
    risks.put(Field.RISK_LEGAL, "Could it lead to legal claims?");
    risks.put(Field.RISK_PUBLIC_DOMAIN, "Is the information in the public domain?");
    risks.put(Field.RISK_MEDIA, "Do the media know of it?");
    return risks;
  }

  private static Map<String, String> words(String... pairs) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i + 1]);
    }
    return words;
  }
}
