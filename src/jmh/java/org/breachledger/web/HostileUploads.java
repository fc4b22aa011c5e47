package org.breachledger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.breachledger.hostile.Catalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps hostile files coming in by the page for logs, several at a time: each is read for its
 * preview, and the upload is then cancelled. Their order is mixed, the same each time.
 */
final class HostileUploads implements AutoCloseable {

  private static final int STATUS_OK = 200;

  /** Others are being read for too long; the page asks to load it again. */
  private static final int STATUS_BUSY = 503;

  private static final long SEED = 20_261_122;

  private final Path folder;
  private final List<String> names;
  private final List<Thread> people;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger previews = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final Times read = new Times();
  private String slowest = "none";
  private double longest;
  private final AtomicReference<@Nullable RuntimeException> wrong = new AtomicReference<>();
  private volatile boolean ended;

  private HostileUploads(Path folder, List<Browser> browsers) throws IOException {
    this.folder = folder;
    Path files = Files.createDirectories(folder.resolve("files"));
    Path secret = Files.writeString(folder.resolve("secret"), "canary");
    names = new ArrayList<>(Catalogue.write(files, "http://127.0.0.1:9/", secret));
    Collections.shuffle(names, new Random(SEED));
    people =
        IntStream.range(0, browsers.size())
            .mapToObj(i -> new Thread(() -> work(files, browsers.get(i)), "hostile-" + i))
            .toList();
  }

  static HostileUploads begin(Path folder, List<Browser> browsers) throws IOException {
    HostileUploads uploads = new HostileUploads(folder, browsers);
    for (Thread person : uploads.people) {
      person.setDaemon(true);
      person.start();
    }
    return uploads;
  }

  /** Says so where one was answered otherwise than it should be. */
  void check() {
    RuntimeException happened = wrong.get();
    if (happened != null) {
      throw happened;
    }
  }

  private void work(Path files, Browser browser) {
    try {
      while (!ended) {
        String name = names.get(next.getAndIncrement() % names.size());
        send(browser, name, Files.readAllBytes(files.resolve(name)));
      }
    } catch (IOException e) {
      wrong.set(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      wrong.set(e);
    }
  }

  /** One that is empty or too large is turned away before it is read. */
  private void send(Browser browser, String name, byte[] bytes) {
    long begun = System.nanoTime();
    String waiting = Browser.path(browser.upload(Map.of(name, bytes), Map.of()));
    if (waiting.startsWith("/imports/waiting/")) {
      HttpResponse<String> preview = browser.get(waiting);
      while (preview.statusCode() == STATUS_BUSY) {
        turnedAway.incrementAndGet();
        preview = browser.get(waiting);
      }
      if (preview.statusCode() != STATUS_OK) {
        throw new IllegalStateException(name + " was answered " + preview.statusCode());
      }
      previews.incrementAndGet();
      browser.submit("/password", waiting + "/cancel", Map.of());
    } else if (!waiting.equals(UploadPages.UPLOAD)) {
      throw new IllegalStateException(name + " led to " + waiting);
    }
    double took = (System.nanoTime() - begun) / 1e6;
    synchronized (read) {
      read.add(took);
      if (took > longest) {
        longest = took;
        slowest = name;
      }
    }
  }

  /** How many files there were, and how long they took. */
  String said() {
    synchronized (read) {
      return String.format(
          Locale.UK,
          "%d hostile files, uploaded %d at a time and %,d in all, of which %,d were read; %d times a preview"
              + " was asked to wait longer. From sent to cancelled, median, p95 and maximum in ms:"
              + " %s; slowest: %s.",
          names.size(),
          people.size(),
          read.count(),
          previews.get(),
          turnedAway.get(),
          read.cells().replace(" |", ","),
          slowest);
    }
  }

  /** Ends when the files at work were answered. */
  @Override
  public void close() throws InterruptedException, IOException {
    ended = true;
    for (Thread person : people) {
      person.join();
    }
    FileSystemUtils.deleteRecursively(folder);
  }
}
