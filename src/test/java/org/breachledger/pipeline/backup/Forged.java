package org.breachledger.pipeline.backup;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A backup once more, by somebody who knows the passphrase and means no good. */
final class Forged {

  /** Opened in no time, so that it can be tried often. */
  private static final int FEW_ROUNDS = 100;

  private Forged() {}

  /** The same parts under other names, with another manifest. */
  static Path from(
      Path backup,
      Passphrase words,
      Manifest manifest,
      Path forged,
      UnaryOperator<String> names,
      Manifest other)
      throws Exception {
    Files.deleteIfExists(forged);
    try (OutputStream out = Envelope.lock(Files.newOutputStream(forged), words, FEW_ROUNDS);
        Parcel parcel = new Parcel(out)) {
      new BackupFile(backup, words)
          .unpack(
              manifest,
              (part, content) ->
                  parcel.add(names.apply(part.getName()), null, content::transferTo));
      parcel.add(
          BackupFile.MANIFEST,
          null,
          to -> {
            to.write(BackupFile.JSON.writeValueAsBytes(other));
            return 0;
          });
    }
    return forged;
  }

  /** A manifest that promises one row more of the last table: found when the others are in. */
  static Manifest oneRowMore(Manifest manifest) {
    List<Manifest.Table> tables = new ArrayList<>(manifest.tables());
    int last = tables.size() - 1;
    Manifest.Table table = tables.get(last);
    tables.set(
        last,
        new Manifest.Table(
            table.name(), table.columns(), table.rows() + 1, table.bytes(), table.sha256()));
    return new Manifest(
        manifest.program(),
        manifest.schema(),
        manifest.moment(),
        tables,
        manifest.sequences(),
        manifest.files(),
        manifest.heads());
  }
}
