package org.breachledger.pipeline.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.Mapping;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes Form A in the way every log comes in: archived, with a row sum, gaps and history, and to be
 * undone as one import. Sent twice it is one incident; it never changes another than the one meant,
 * and it never says that a month is complete.
 */
public final class FormADesk {

  /** Letters no word is made of: a file's name must not look like a school or a month. */
  private static final String LETTERS = "bcdfghjkmnpqrstvwxz";

  private static final int TOKEN = 12;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final IncidentRegister register;
  private final FileImporter importer;
  private final AuditTrail audit;
  private final Path waiting;
  private final Path returns;
  private final SecureRandom random = new SecureRandom();

  /**
   * A desk over the register of the trust at work.
   *
   * @param waiting a folder only the program reads; what a crash leaves there is removed with the
   *     waiting uploads
   */
  public FormADesk(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      IncidentRegister register,
      FileImporter importer,
      AuditTrail audit,
      Path waiting,
      Path returns) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.register = register;
    this.importer = importer;
    this.audit = audit;
    this.waiting = waiting;
    this.returns = returns;
  }

  /**
   * One sending of a form.
   *
   * @param token given when the form was opened, see {@link #token()}
   * @param mark the same for the same entries only
   * @param account who sends it
   * @param school whose incident it is, by its number on the register
   * @param completes the incident that is meant; null for one nobody has on record
   */
  public record Sending(
      String token, String mark, String account, int school, @Nullable Long completes) {}

  /**
   * What was recorded.
   *
   * @param again whether the same form had come in before, so that nothing was stored
   */
  public record Recorded(long incident, boolean again) {}

  /** The same form came in before with other entries; nothing was stored. */
  public static final class SentBefore extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long incident;

    SentBefore(long incident) {
      this.incident = incident;
    }

    /** What it became then. */
    public long incident() {
      return incident;
    }
  }

  /** The row did not become what was meant, so nothing was stored. */
  public static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Before(String name, long incident) {}

  private record Became(long incident, String outcome, int school) {}

  /** A word for a form that is opened. */
  public String token() {
    return letters(TOKEN, random::nextInt);
  }

  /** Whether it is such a word. */
  public static boolean isToken(String word) {
    return word.matches("[" + LETTERS + "]{" + TOKEN + "}");
  }

  /** A short word for some bytes. */
  public static String mark(byte[] bytes) {
    int[] at = {0};
    return letters(Math.min(TOKEN, bytes.length), bound -> (bytes[at[0]++] & 0xff) % bound);
  }

  private static String letters(int length, java.util.function.IntUnaryOperator next) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(next.applyAsInt(LETTERS.length())));
    }
    return word.toString();
  }

  /**
   * Takes a form in; what it brought is left to be assessed.
   *
   * @param form asked for when nobody else writes to the register; what it throws is passed on and
   *     nothing is stored
   */
  public Recorded take(Sending sending, Supplier<FormA> form, AsOf asOf) {
    return Optional.ofNullable(
            transactions.execute(
                status -> {
                  register.waitForTurn();
                  return before(sending).orElseGet(() -> taken(sending, form.get(), asOf));
                }))
        .orElseThrow();
  }

  private Optional<Recorded> before(Sending sending) {
    Optional<Before> before =
        jdbc.sql(
                """
                select f.file_name as name, r.incident_id as incident
                from import_file f join import_row r using (trust_id, import_id)
                where f.profile = 'form-a' and f.status = 'imported' and f.file_name like ?
                """)
            .param(name(sending.token(), "%"))
            .query(Before.class)
            .optional();
    before
        .filter(one -> !one.name().equals(name(sending.token(), sending.mark())))
        .ifPresent(
            other -> {
              throw new SentBefore(other.incident());
            });
    return before.map(one -> new Recorded(one.incident(), true));
  }

  private static String name(String token, String mark) {
    return "form-a-" + token + "-" + mark + ".csv";
  }

  private Recorded taken(Sending sending, FormA form, AsOf asOf) {
    ImportedFile file = imported(sending, form, asOf);
    Long importId = file.importId();
    if (file.status() != ImportedFile.Status.IMPORTED || importId == null) {
      throw new NotTaken();
    }
    Became became = became(importId);
    Long meant = sending.completes();
    boolean fresh = became.outcome().startsWith("imported");
    boolean right = meant == null ? fresh : became.incident() == meant && !fresh;
    if (!right || became.school() != sending.school()) {
      throw new NotTaken();
    }
    note(importId, became.incident(), sending);
    return new Recorded(became.incident(), false);
  }

  private Became became(long importId) {
    return jdbc.sql(
            "select r.incident_id as incident, r.outcome, i.school_id as school from import_row r"
                + " join incident i using (trust_id, incident_id) where r.import_id = ?")
        .param(importId)
        .query(Became.class)
        .optional()
        .orElseThrow(NotTaken::new);
  }

  /** One incident says nothing of the others of its month: that is for a log or a nil return. */
  private void note(long importId, long incident, Sending sending) {
    jdbc.sql("delete from coverage where import_id = ?").param(importId).update();
    jdbc.sql(
            "update import_file set warnings = jsonb_build_array(?::text) || warnings where import_id = ?")
        .params("Form A, sent by account " + sending.account() + ".", importId)
        .update();
    audit.append(
        sending.account(),
        "send-form-a",
        "incident " + incident,
        AuditDetails.none().and("import", importId));
  }

  private ImportedFile imported(Sending sending, FormA form, AsOf asOf) {
    Path folder = waiting.resolve(".form-" + sending.token());
    Path file = folder.resolve("form-a.csv");
    try {
      Files.createDirectories(folder);
      try {
        Files.write(file, form.bytes(asOf.instant()));
        return importer.take(file, name(sending.token(), sending.mark()), options(sending, asOf));
      } finally {
        for (Path one : List.of(file, folder)) {
          Files.deleteIfExists(one);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportOptions options(Sending sending, AsOf asOf) {
    return new ImportOptions(
        FormA.LAYOUT,
        null,
        new TreeSet<>(),
        false,
        returns,
        asOf,
        Mapping.none(),
        sending.account());
  }
}
