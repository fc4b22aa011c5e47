package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.util.Optional;
import org.breachledger.access.KeyFile;

/**
 * The key of the archive: made with the first original, and missed from then on where it is gone.
 */
record ArchiveKey(KeyFile key, KeptFiles files) {

  /** The name of the key's file. */
  static final String FILE = "archive.key";

  /**
   * The lock of this key. The file is read each time, so that one that was taken away is missed
   * before more is locked with it.
   *
   * @throws ArchiveRefused where it is damaged, or missing though originals are locked with it
   */
  OriginalLock lock() throws IOException {
    refuseMissing();
    Optional<byte[]> known = find();
    return new OriginalLock(known.isPresent() ? known.get() : key.make());
  }

  /**
   * The lock of what is locked already, which tells by itself that there was a key: nothing is
   * looked for in the archive, and none is made.
   *
   * @throws ArchiveRefused where the key is damaged or missing
   */
  OriginalLock lockOfOriginals() throws IOException {
    return new OriginalLock(find().orElseThrow(this::missing));
  }

  /** Asks twice: another program may have made it, and locked with it, just now. */
  void refuseMissing() throws IOException {
    if (find().isEmpty() && files.anyLocked() && find().isEmpty()) {
      throw missing();
    }
  }

  private Optional<byte[]> find() throws IOException {
    try {
      return key.find();
    } catch (IllegalStateException damaged) {
      throw new ArchiveRefused(String.valueOf(damaged.getMessage()));
    }
  }

  private ArchiveRefused missing() {
    return new ArchiveRefused(
        "The key of the archive, "
            + key.file()
            + ", is missing, and originals in "
            + files.folder()
            + " are locked with it. Bring it back: restore a backup into an empty home and copy the"
            + " file from there. Only where it is lost for good, move the folder of the archive"
            + " away: a new key is made then, and the originals of before stay closed.");
  }
}
