package org.breachledger.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.breachledger.incident.Sha256;
import org.breachledger.web.WaitingUpload.About;
import org.breachledger.web.WaitingUpload.Kept;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where uploaded files wait between their preview and its confirmation: a folder of the home that
 * only the program reads. Each upload is bound to the account that brought it and is gone when it
 * was confirmed or cancelled, or after a day.
 */
final class WaitingUploads {

  /** After this an upload is gone. */
  static final Duration LONGEST = Duration.ofHours(24);

  private static final String ABOUT = "about.json";
  private static final String TAKEN = "-taken";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  WaitingUploads(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Messages of the file system name files as their senders did: they are left out. */
  static IllegalStateException nameless(IOException failure) {
    return new IllegalStateException(
        "a waiting upload could not be read or written: " + failure.getClass().getSimpleName());
  }

  /**
   * Keeps files; they can be found when the last of them lies there whole.
   *
   * @param said who brought them and what was said with them, without files
   * @return the upload's token
   */
  String keep(About said, List<MultipartFile> files) throws IOException {
    removeOld();
    String token = token();
    Path arriving = Files.createDirectory(folder.resolve("." + token));
    List<Kept> kept = new ArrayList<>();
    for (MultipartFile file : files) {
      // The reader looks for a school or a month in a file's folder: this one says neither.
      Path own = Files.createDirectory(arriving.resolve("x" + (kept.size() + 1)));
      String name = UploadedName.of(Optional.ofNullable(file.getOriginalFilename()).orElse(""));
      String sha256 = written(file, own.resolve(name));
      kept.add(new Kept(String.valueOf(own.getFileName()), name, sha256, file.getSize()));
    }
    write(
        arriving,
        new About(
            said.trustId(),
            said.userId(),
            clock.instant().toString(),
            said.school(),
            said.from(),
            said.to(),
            kept,
            Map.of()));
    Files.move(arriving, folder.resolve(token), StandardCopyOption.ATOMIC_MOVE);
    return token;
  }

  /** The upload of that token; empty where this account has none, or has none any more. */
  Optional<WaitingUpload> find(String token, SignedIn me) {
    Path own = folder.resolve(token);
    if (!token.matches("[0-9a-f]{32}") || !Files.isRegularFile(own.resolve(ABOUT))) {
      return Optional.empty();
    }
    try {
      About about = JSON.readValue(Files.readAllBytes(own.resolve(ABOUT)), About.class);
      Instant end = about.came().plus(LONGEST);
      return Optional.of(new WaitingUpload(token, own, about))
          .filter(one -> about.trustId() == me.trustId() && about.userId() == me.userId())
          .filter(one -> clock.instant().isBefore(end));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw nameless(e);
    }
  }

  /** Remembers what a person said of the headings. */
  void correct(WaitingUpload upload, Map<String, String> said) throws IOException {
    write(upload.folder(), upload.about().with(said));
  }

  /** Takes an upload for good; empty where somebody was faster, as with a second click. */
  Optional<WaitingUpload> claim(WaitingUpload upload) {
    Path taken = folder.resolve(upload.token() + TAKEN);
    try {
      // Its day begins anew: it must not be removed as an old one while its files are taken in.
      Files.setLastModifiedTime(upload.folder(), FileTime.from(clock.instant()));
      Files.move(upload.folder(), taken, StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(new WaitingUpload(upload.token(), taken, upload.about()));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException e) {
      throw nameless(e);
    }
  }

  /** Lets a claimed upload wait again. */
  void giveBack(WaitingUpload claimed) throws IOException {
    Files.move(claimed.folder(), folder.resolve(claimed.token()), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Whether the bytes are still those that were previewed; not where a file is gone.
   *
   * @throws IOException where one that is there cannot be read
   */
  static boolean untouched(WaitingUpload upload) throws IOException {
    for (Kept file : upload.about().files()) {
      try (InputStream in = Files.newInputStream(upload.path(file))) {
        MessageDigest digest = Sha256.fresh();
        new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
          return false;
        }
      } catch (NoSuchFileException gone) {
        return false;
      }
    }
    return true;
  }

  /** Removes an upload with its files, where it is still there. */
  void remove(WaitingUpload upload) throws IOException {
    if (Files.exists(upload.folder())) {
      delete(upload.folder());
    }
  }

  /** Removes whatever has lain here for longer than a day. */
  void removeOld() throws IOException {
    Instant before = clock.instant().minus(LONGEST);
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path one : inside.toList()) {
        removeIfOld(one, before);
      }
    }
  }

  /** One that somebody else confirms, cancels or removes just now is theirs. */
  private static void removeIfOld(Path one, Instant before) throws IOException {
    try {
      if (Files.getLastModifiedTime(one).toInstant().isBefore(before)) {
        delete(one);
      }
    } catch (NoSuchFileException gone) {
      // as it should be
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static void write(Path own, About about) throws IOException {
    Path beside = own.resolve(ABOUT + ".new");
    Files.write(beside, JSON.writeValueAsBytes(about));
    Files.move(beside, own.resolve(ABOUT), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String written(MultipartFile file, Path to) throws IOException {
    MessageDigest digest = Sha256.fresh();
    try (InputStream in = new DigestInputStream(file.getInputStream(), digest)) {
      Files.copy(in, to);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private String token() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
