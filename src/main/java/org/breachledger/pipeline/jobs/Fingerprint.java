package org.breachledger.pipeline.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.breachledger.incident.Sha256;
import org.breachledger.policy.PolicySource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;

/**
 * What a job looks at, as one hash: the register, the tables, for the nightly the drop folder, and
 * for the delivery the papers and their recipients.
 *
 * <p>Taken before a run: what comes in beside it is not what it read, and calls for the next
 * edition.
 */
public final class Fingerprint {

  private static final String NIGHTLY = "nightly";
  private static final String DELIVERY = "deliver-papers";

  /** These judge nothing, so that no incident waits for them. */
  private static final Set<String> NOT_JUDGING = Set.of(DELIVERY, "learn-types");

  private static final List<String> TABLES =
      List.of(
          "policies",
          "normalise",
          "severity",
          "deadline",
          "recurrence",
          "calendars",
          "casework",
          "alerting");

  /** The look of papers. */
  private static final String LOOK = "reporting";

  /** The schools' names and colours on their papers. */
  private static final String SCHOOLS = "intake/schools.csv";

  private final ManifestStore manifests;
  private final PolicySource tables;
  private final PolicySource now;
  private final DropFolder dropped;
  private final Path recipients;

  /** The files a run would take in. */
  @FunctionalInterface
  public interface DropFolder {
    /**
     * By path.
     *
     * @param until dropped by when
     */
    List<Path> waiting(Instant until) throws IOException;
  }

  /**
   * What a job finds before it begins.
   *
   * @param tables the tables, and for the delivery its recipients and the papers, as a hash
   * @param files those it would take in, as a hash
   * @param post the messages that wait
   */
  record Found(String tables, ManifestStore.State register, String files, String post) {

    /** All of it. */
    String hash() {
      MessageDigest digest = Sha256.fresh();
      add(digest, tables);
      add(digest, register.rest() + "/" + register.closed() + "/" + register.stale());
      add(digest, files);
      add(digest, post);
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /**
   * The fingerprint of an installation.
   *
   * @param tables those the program judges by
   * @param now the tables as they are, of which it reads some for each paper
   */
  public Fingerprint(
      ManifestStore manifests,
      PolicySource tables,
      PolicySource now,
      DropFolder dropped,
      Path recipients) {
    this.recipients = recipients;
    this.manifests = manifests;
    this.tables = tables;
    this.now = now;
    this.dropped = dropped;
  }

  /** What a run would find now. */
  Found find(RunRequest request, Instant at) {
    String job = request.job();
    Instant until = request.filesUntil();
    ManifestStore.State register = manifests.state();
    return new Found(
        tables(job),
        NOT_JUDGING.contains(job)
            ? new ManifestStore.State(register.rest(), register.closed(), 0)
            : register,
        job.equals(NIGHTLY) ? files(until == null ? at : until) : "",
        job.equals(DELIVERY) ? manifests.post() : "");
  }

  /**
   * What a run that came to its end has left to do of what it found: nothing but files it could not
   * read and messages that still wait. Asked again, it finds just this where nothing came in since
   * it read the register.
   */
  String left(RunRequest request, Found found, long manifest, JobExecution run) {
    @Nullable TakenFiles taken = TakenFiles.of(run);
    ManifestStore.State read = found.register();
    long closed = read.closed() + manifests.closedBy(manifest);
    return new Found(
            found.tables(),
            new ManifestStore.State(taken == null ? read.rest() : taken.register(), closed, 0),
            taken == null ? found.files() : taken.left(),
            request.job().equals(DELIVERY) ? manifests.post() : "")
        .hash();
  }

  private String tables(String job) {
    MessageDigest digest = Sha256.fresh();
    TABLES.forEach(folder -> add(digest, tables, folder));
    add(digest, now, LOOK);
    add(digest, now.find(SCHOOLS).orElse(""));
    if (job.equals(DELIVERY)) {
      add(digest, manifests.papers());
      addressed(digest);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void addressed(MessageDigest digest) {
    try {
      add(digest, Files.isRegularFile(recipients) ? Files.readString(recipients) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String files(Instant until) {
    TakenFiles.Listing listing = new TakenFiles.Listing();
    try {
      for (Path file : dropped.waiting(until)) {
        listing.add(file, TakenFiles.Listing.look(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return listing.hash();
  }

  private static void add(MessageDigest digest, PolicySource source, String folder) {
    for (String name : source.list(folder, "")) {
      add(digest, name);
      add(digest, source.find(name).orElse(""));
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
