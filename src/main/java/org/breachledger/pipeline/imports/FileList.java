package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files a person names: files in the order given, folders with everything in them. */
public final class FileList {

  private FileList() {}

  /**
   * The files of some paths; hidden files and the lock files of open workbooks are passed over in
   * folders. A path that is not there stays in the list, to be refused.
   */
  public static List<Path> of(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path)) {
          inside
              .filter(Files::isRegularFile)
              .filter(file -> shown(path, file))
              .sorted()
              .forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files;
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
