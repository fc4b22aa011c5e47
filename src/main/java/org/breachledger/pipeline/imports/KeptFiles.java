package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breachledger.pipeline.home.FilesBelow;

/** The files of the archive by their names; any may be taken away while they are listed. */
record KeptFiles(Path folder) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Where the original of that hash belongs. */
  Path place(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** The hashes of originals an older program kept plain. */
  List<String> listPlain() throws IOException {
    return FilesBelow.list(
            folder, file -> isOriginal(file) && locked(file).filter(locked -> !locked).isPresent())
        .stream()
        .map(KeptFiles::name)
        .toList();
  }

  boolean anyLocked() throws IOException {
    return !FilesBelow.list(folder, file -> isOriginal(file) && locked(file).orElse(false))
        .isEmpty();
  }

  /** What was being written when a program was killed, or still is. */
  List<Path> listUnfinished() throws IOException {
    return FilesBelow.list(folder, file -> name(file).startsWith(".arriving"));
  }

  private static Optional<Boolean> locked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(OriginalLock.isLocked(in.readNBytes(OriginalLock.HEADER)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private static boolean isOriginal(Path file) {
    return SHA_256.matcher(name(file)).matches();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
