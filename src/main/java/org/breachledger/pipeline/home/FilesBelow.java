package org.breachledger.pipeline.home;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists the files below a folder, any of which may be taken away meanwhile. */
public final class FilesBelow {

  private FilesBelow() {}

  /** Which files are wanted. */
  @FunctionalInterface
  public interface Wanted {
    /** Whether this one is; one that is gone is not. */
    boolean test(Path file) throws IOException;
  }

  /**
   * The wanted files by their real names, sorted; none where there is no folder.
   *
   * @throws IOException where one that is there cannot be seen
   */
  public static List<Path> list(Path folder, Wanted wanted) throws IOException {
    return list(folder, wanted, Set.of());
  }

  /**
   * The same, with what links lead to under the names of the links. A link that leads nowhere, or
   * back to where it lies, adds nothing.
   */
  public static List<Path> listThroughLinks(Path folder, Wanted wanted) throws IOException {
    return list(folder, wanted, Set.of(FileVisitOption.FOLLOW_LINKS));
  }

  private static List<Path> list(Path folder, Wanted wanted, Set<FileVisitOption> links)
      throws IOException {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    Files.walkFileTree(
        folder.toRealPath(),
        links,
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              if (attributes.isRegularFile() && wanted.test(file)) {
                found.add(file);
              }
            } catch (NoSuchFileException gone) {
              // taken away meanwhile: it is not listed
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException
                || failure instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    found.sort(null);
    return found;
  }
}
