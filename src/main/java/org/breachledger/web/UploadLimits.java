package org.breachledger.web;

import java.util.List;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/** How much may be uploaded at once, and what its sender is told. */
final class UploadLimits {

  /** The most bytes of one file; a log of 100,000 rows is smaller. */
  static final long FILE = 50L * 1024 * 1024;

  /** The most bytes of all files together. */
  static final long WHOLE = 200L * 1024 * 1024;

  /** The most files. */
  static final int FILES = 50;

  private UploadLimits() {}

  /** What is wrong with some files and what to do; empty where nothing is. */
  static Optional<String> wrong(List<MultipartFile> files) {
    if (files.isEmpty()) {
      return Optional.of("Choose at least one file to upload");
    }
    if (files.size() > FILES) {
      return Optional.of(
          "You chose " + files.size() + " files; upload at most " + FILES + " at once");
    }
    for (int i = 0; i < files.size(); i++) {
      long bytes = files.get(i).getSize();
      String which = "File " + (i + 1) + " of " + files.size();
      if (bytes == 0) {
        return Optional.of(which + " is empty; save the log again and choose that file");
      }
      if (bytes > FILE) {
        return Optional.of(
            which
                + " has "
                + Shown.bytes(bytes)
                + "; a file may have at most "
                + megabytes(FILE)
                + ". Send it in parts");
      }
    }
    long all = files.stream().mapToLong(MultipartFile::getSize).sum();
    return all > WHOLE ? Optional.of(tooLarge()) : Optional.empty();
  }

  /** What is said of an upload that is too large as a whole. */
  static String tooLarge() {
    return "The files have more than "
        + megabytes(WHOLE)
        + " together; upload them in two or more goes";
  }

  /** A limit in words. */
  static String megabytes(long bytes) {
    return bytes / 1024 / 1024 + " MB";
  }
}
