package org.breachledger.pipeline.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.breachledger.incident.Sha256;
import org.breachledger.policy.PolicySource;

/**
 * What a job looks at, as one hash: the register, the tables, for the nightly the drop folder, and
 * for the delivery the papers and their recipients.
 */
public final class Fingerprint {

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
  private final Path inbox;
  private final Path recipients;

  /**
   * The fingerprint of an installation.
   *
   * @param tables those the program judges by
   * @param now the tables as they are, of which it reads some for each paper
   */
  public Fingerprint(
      ManifestStore manifests, PolicySource tables, PolicySource now, Path inbox, Path recipients) {
    this.recipients = recipients;
    this.manifests = manifests;
    this.tables = tables;
    this.now = now;
    this.inbox = inbox;
  }

  /** The fingerprint of what a job would look at now. */
  public String of(String job) {
    MessageDigest digest = Sha256.fresh();
    add(digest, manifests.state());
    TABLES.forEach(folder -> add(digest, tables, folder));
    add(digest, now, LOOK);
    add(digest, now.find(SCHOOLS).orElse(""));
    if (job.equals("nightly")) {
      dropped(digest);
    }
    if (job.equals("deliver-papers")) {
      add(digest, manifests.post());
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

  private void dropped(MessageDigest digest) {
    if (!Files.isDirectory(inbox)) {
      return;
    }
    try (Stream<Path> files = Files.walk(inbox)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        add(digest, file + "/" + Files.size(file) + "/" + Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
