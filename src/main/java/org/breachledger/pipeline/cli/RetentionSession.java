package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.keeping.LegalHold;
import org.breachledger.keeping.SchoolRetention;
import org.breachledger.keeping.YearlyList;
import org.breachledger.keeping.store.DestructionCertificates;
import org.breachledger.keeping.store.KeepingRefused;
import org.breachledger.keeping.store.KeptOriginals;
import org.breachledger.keeping.store.ListDesk;
import org.breachledger.keeping.store.RetentionDesk;
import org.breachledger.keeping.store.RetentionRecords;
import org.breachledger.keeping.store.RetentionRegister;
import org.breachledger.pipeline.erasure.FoundWords;
import org.breachledger.pipeline.erasure.OriginalSearch;
import org.breachledger.pipeline.erasure.WordSearch;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.policy.PolicyProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One command about retention at work: what was asked for is found, done, and answered. */
final class RetentionSession implements AutoCloseable {

  private final CommandLineDoor door;
  private final String command;
  private final CaseSession session;

  RetentionSession(CommandLineDoor door, String command) throws IOException {
    this.door = door;
    this.command = command;
    this.session = new CaseSession(door, command);
  }

  RetentionDesk desk() {
    return session.get(RetentionDesk.class);
  }

  <T> T get(Class<T> part) {
    return session.get(part);
  }

  AsOf asOf() {
    return session.asOf();
  }

  Instant now() {
    return session.now();
  }

  /** The list that may be confirmed; of all schools where none is named. */
  YearlyList list(@Nullable Integer school) {
    return session.inTransaction(
        () -> session.get(ListDesk.class).list(session.asOf(), Optional.ofNullable(school)));
  }

  /** What the certificates on record say. */
  <T> T certificates(Function<DestructionCertificates, T> asked) {
    return session.inTransaction(
        () -> asked.apply(new DestructionCertificates(session.get(JdbcClient.class))));
  }

  /** The numbers of some incidents of a school. */
  List<Long> incidents(String school, List<String> references) {
    return session.found(
        () -> references.stream().map(one -> session.incident(school, one)).distinct().toList());
  }

  /** Where words stand, in the record and in the originals of its imports. */
  OriginalSearch.Outcome find(List<String> words) {
    return session.inTransaction(
        () -> {
          JdbcClient jdbc = session.get(JdbcClient.class);
          List<FoundWords> found = new ArrayList<>(new WordSearch(jdbc).find(words));
          OriginalSearch.Outcome originals =
              new OriginalSearch(jdbc, session.get(Archive.class)).find(words);
          found.addAll(originals.found());
          return new OriginalSearch.Outcome(found, originals.unread());
        });
  }

  /** Every school with what it keeps, at the as-of. */
  List<SchoolRetention> schools() {
    return session.inTransaction(
        () -> new RetentionRegister(session.get(JdbcClient.class), profile()).list(session.asOf()));
  }

  /** Every import whose original lies in the archive still. */
  List<KeptOriginals.Original> originals() {
    return session.inTransaction(() -> new KeptOriginals(session.get(JdbcClient.class)).list());
  }

  List<LegalHold> holds() {
    return session.inTransaction(() -> new RetentionRecords(session.get(JdbcClient.class)).holds());
  }

  /** The name of a held school. */
  String name(LegalHold hold) {
    return session.inTransaction(
        () ->
            session
                .get(JdbcClient.class)
                .sql("select name from school where school_id = ?")
                .param(hold.schoolId())
                .query(String.class)
                .optional()
                .orElse("school " + hold.schoolId()));
  }

  /** The reference of a held incident; null where the whole school is held. */
  @Nullable String reference(LegalHold hold) {
    return hold.incidentId().map(this::reference).orElse(null);
  }

  private String reference(long incidentId) {
    return session.inTransaction(
        () ->
            new CaseRecords(session.get(JdbcClient.class), profile())
                .find(incidentId)
                .map(one -> one.file().reference())
                .orElse("incident " + incidentId));
  }

  /** The school's number. */
  int school(String name) {
    SchoolRegister register = session.get(SchoolRegister.class);
    return session.inTransaction(
        () -> register.find(name).orElseThrow(() -> new WrongUsage(register.unknown(name))));
  }

  /** A school, or an incident of it. */
  RetentionDesk.Place place(String school, @Nullable String reference) {
    return new RetentionDesk.Place(
        school(school),
        Optional.ofNullable(reference).map(written -> session.incident(school, written)));
  }

  /** Only a role of the policy decides about retention: no person's name is kept. */
  RetentionDesk.By by(String written) {
    String account = CaseSession.oneLine("--by", written);
    String role =
        ByWhom.parse(account, profile())
            .role()
            .orElseThrow(
                () ->
                    new WrongUsage(
                        "--by takes a role of the policy, and not \""
                            + account
                            + "\"; the roles are "
                            + String.join(", ", profile().titles().keySet())));
    return new RetentionDesk.By(role, role, session.now());
  }

  /** Does the work in one transaction and answers with its sentence, or with the refusal. */
  int done(Supplier<String> work) {
    try {
      return session.done(() -> List.of(work.get()));
    } catch (KeepingRefused refused) {
      return Answer.refuse(command, refused.sentence(), door.json());
    }
  }

  /** Answers with rows: sentences for a person, the cells for a program. */
  int listed(
      String key,
      String summary,
      List<String> more,
      List<Map<String, @Nullable Object>> rows,
      List<String> lines) {
    List<String> said = new ArrayList<>(List.of(summary));
    said.addAll(more);
    new Answer(command, "done", List.of(), said).print(door.json(), key, rows, lines);
    return ExitCode.DONE;
  }

  private PolicyProfile profile() {
    return session.get(CaseRules.class).profile();
  }

  @Override
  public void close() {
    session.close();
  }
}
