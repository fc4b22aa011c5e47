package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files a person names: files in the order given, folders with everything in them. */
public final class FileList {

  private FileList() {}

  /**
   * The files of some paths; hidden files and the lock files of open workbooks are passed over in
   * folders. A path that is not there and a folder that cannot be opened stay in the list, to be
   * refused.
   */
  public static List<Path> of(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(inside(path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  /** What a link named leads to is walked, and links within are not. */
  private static List<Path> inside(Path named) throws IOException {
    Path folder = Files.isSymbolicLink(named) ? named.toRealPath() : named;
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            return shown(folder, each) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file) && shown(folder, file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path unread, IOException failure) {
            if (shown(folder, unread)) {
              found.add(unread);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) {
            return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(each, failure);
          }
        });
    return found.stream().sorted().map(each -> named.resolve(folder.relativize(each))).toList();
  }

  /** Whether a file of this name is passed over in a folder. */
  static boolean passedOver(String name) {
    return name.startsWith(".") || name.startsWith("~$");
  }

  private static boolean shown(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (passedOver(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
