package org.breachledger.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Files somebody uploaded that wait to be confirmed.
 *
 * @param token names it in addresses; nobody can guess it
 * @param folder where its files lie
 */
record WaitingUpload(String token, Path folder, About about) {

  /**
   * What was said with the files.
   *
   * @param userId the account it is bound to
   * @param at when it came, ISO
   * @param school whose log it is where its rows do not say; empty where nobody said
   * @param from the first month covered, such as {@code 2026-01}; empty where nobody said
   * @param to the last month covered; the same
   * @param said heading to field, as the person corrected it
   */
  record About(
      int trustId,
      long userId,
      String at,
      String school,
      String from,
      String to,
      List<Kept> files,
      Map<String, String> said) {

    About {
      files = List.copyOf(files);
      said = Map.copyOf(said);
    }

    Instant came() {
      return Instant.parse(at);
    }

    About with(Map<String, String> corrected) {
      return new About(trustId, userId, at, school, from, to, files, corrected);
    }
  }

  /**
   * One of the files.
   *
   * @param folder the folder below the upload's own in which it lies alone
   */
  record Kept(String folder, String name, String sha256, long bytes) {}

  /** Where one of its files lies. */
  Path path(Kept file) {
    return folder.resolve(file.folder()).resolve(file.name());
  }

  /** Where all its files lie, in their order. */
  List<Path> paths() {
    return about.files().stream().map(this::path).toList();
  }

  /** Names no file and no account. */
  @Override
  public String toString() {
    return "WaitingUpload[" + about.files().size() + " files]";
  }
}
