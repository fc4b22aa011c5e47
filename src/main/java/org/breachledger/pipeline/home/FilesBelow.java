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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    return list(folder, wanted, FilesBelow::stop, Set.of(), target -> false);
  }

  /**
   * The same, for whom one folder that cannot be opened must not stop the others.
   *
   * @param closed is told of each
   */
  public static List<Path> list(Path folder, Wanted wanted, Consumer<Path> closed)
      throws IOException {
    return list(folder, wanted, (file, failure) -> closed.accept(file), Set.of(), target -> false);
  }

  /**
   * The same, with what links lead to under the names of the links. A link that leads nowhere, to a
   * folder that cannot be opened, into {@code around} but not into the folder itself, or to what
   * holds either of them, adds nothing.
   */
  public static List<Path> listThroughLinks(Path folder, Path around, Wanted wanted)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return new ArrayList<>();
    }
    Path here = folder.toRealPath();
    Path whole = around.toRealPath();
    return list(
        folder,
        wanted,
        FilesBelow::stop,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        target ->
            !here.startsWith(target)
                && !whole.startsWith(target)
                && (target.startsWith(here) || !target.startsWith(whole)));
  }

  /** What to do about one that is there and cannot be seen. */
  @FunctionalInterface
  private interface Unseen {
    void at(Path file, IOException failure) throws IOException;
  }

  private static void stop(Path file, IOException failure) throws IOException {
    throw failure;
  }

  private static List<Path> list(
      Path folder, Wanted wanted, Unseen unseen, Set<FileVisitOption> links, Wanted target)
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
          public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes)
              throws IOException {
            return leadsAway(below) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              if (attributes.isRegularFile() && !leadsAway(file) && wanted.test(file)) {
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
            if (!(failure instanceof NoSuchFileException
                || failure instanceof FileSystemLoopException
                || isBehindALink(file))) {
              unseen.at(file, failure);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
              throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(each, failure);
          }

          private boolean leadsAway(Path link) throws IOException {
            return !links.isEmpty()
                && Files.isSymbolicLink(link)
                && !target.test(link.toRealPath());
          }

          private boolean isBehindALink(Path file) {
            return Files.isSymbolicLink(file)
                || file.getParent() != null && isBehindALink(file.getParent());
          }
        });
    found.sort(null);
    return found;
  }
}
