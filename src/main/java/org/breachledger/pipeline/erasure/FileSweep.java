package org.breachledger.pipeline.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.intake.store.OriginalTurn;
import org.breachledger.keeping.store.FilesToRemove;
import org.breachledger.keeping.store.FilesToRemove.Waiting;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.pipeline.imports.PlainOriginals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes the files a destruction or redaction asked for, once that is stored: right after it, and
 * at every start whatever a program that was killed left. Copies of an original that wait to be
 * imported go with it. Another trust's original of the same bytes stays, and so does one that an
 * import at work counts on.
 */
public final class FileSweep {

  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);

  private final Home home;
  private final FilesToRemove files;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final TransactionTemplate otherTrusts;
  private final CurrentTrust trust;
  private final Clock clock;

  /** Sweeps the home of the trust at work. */
  public FileSweep(
      Home home,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      CurrentTrust trust,
      Clock clock) {
    this.home = home;
    this.files = new FilesToRemove(jdbc);
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.otherTrusts =
        new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
    this.otherTrusts.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * Removes what is to go.
   *
   * @return how many files could not be removed; they are tried again at the next start
   */
  public int sweep() {
    List<Waiting> waiting = inTransaction(files::list);
    if (waiting.isEmpty()) {
      return 0;
    }
    int failed = 0;
    Set<String> originals =
        waiting.stream().flatMap(one -> one.sha256().stream()).collect(Collectors.toSet());
    try {
      removeCopies(home.inbox(), originals);
      removeCopies(home.folder().resolve("waiting"), originals);
    } catch (IOException | UncheckedIOException | PessimisticLockingFailureException e) {
      LOG.warn("copies of removed originals were not looked for ({})", kind(e));
      return waiting.size();
    }
    for (Waiting one : waiting) {
      failed += remove(one) ? 0 : 1;
    }
    return failed;
  }

  private boolean remove(Waiting one) {
    try {
      inTransaction(
          () -> {
            one.sha256().ifPresent(sha256 -> OriginalTurn.alone(jdbc, sha256));
            if (one.sha256().filter(this::neededByAny).isEmpty()) {
              Path file = below(one.file());
              now(() -> PlainOriginals.undisturbed(home, () -> Files.deleteIfExists(file)));
            }
            files.gone(one, clock.instant());
            return true;
          });
      return true;
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      LOG.warn("file {} to remove is still there ({})", one.id(), kind(cause));
      return false;
    } catch (PessimisticLockingFailureException e) {
      LOG.warn("file {} to remove is still there: an import of it is at work", one.id());
      return false;
    }
  }

  private static void now(PlainOriginals.Work removing) {
    try {
      removing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path below(String file) {
    Path path = home.folder().resolve(file).normalize();
    if (!path.startsWith(home.folder())) {
      throw new IllegalStateException("a file to remove lies outside the home");
    }
    return path;
  }

  private boolean neededByAny(String sha256) {
    return jdbc.sql("select trust_id from trust").query(Integer.class).list().stream()
        .anyMatch(
            id ->
                trust.within(
                    id,
                    () ->
                        Objects.requireNonNull(
                            otherTrusts.execute(status -> files.needs(sha256)))));
  }

  private void removeCopies(Path folder, Set<String> originals) throws IOException {
    if (originals.isEmpty() || !Files.isDirectory(folder)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> all = Files.walk(folder)) {
      inside = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList();
    }
    for (Path file : inside) {
      try {
        String sha256 = Archive.sha256(file);
        if (originals.contains(sha256)) {
          inTransaction(
              () -> {
                OriginalTurn.alone(jdbc, sha256);
                now(() -> Files.deleteIfExists(file));
                return true;
              });
        }
      } catch (NoSuchFileException e) {
        LOG.debug("a file went while copies were looked for");
      }
    }
  }

  /** Messages of the file system name files as their senders did: they are left out. */
  private static String kind(Exception failure) {
    return failure.getClass().getSimpleName();
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
