package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The files of the archive by their names; any may be taken away while they are listed. */
record KeptFiles(Path folder) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Where the original of that hash belongs. */
  Path place(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** The hashes of originals an older program kept plain. */
  List<String> listPlain() throws IOException {
    return list(file -> isOriginal(file) && locked(file).filter(locked -> !locked).isPresent())
        .stream()
        .map(KeptFiles::name)
        .toList();
  }

  boolean anyLocked() throws IOException {
    return !list(file -> isOriginal(file) && locked(file).orElse(false)).isEmpty();
  }

  /** What was being written when a program was killed, or still is. */
  List<Path> listUnfinished() throws IOException {
    return list(file -> name(file).startsWith(".arriving"));
  }

  private List<Path> list(Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      return listBelow(wanted);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<Path> listBelow(Predicate<Path> wanted) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder.toRealPath(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && wanted.test(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    found.sort(null);
    return found;
  }

  private static Optional<Boolean> locked(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(OriginalLock.isLocked(in.readNBytes(OriginalLock.HEADER)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOriginal(Path file) {
    return SHA_256.matcher(name(file)).matches();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
