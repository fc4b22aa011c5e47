package org.breachledger.hostile;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.Opened;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.Reading;
import org.breachledger.intake.ReadingOptions;
import org.breachledger.intake.Refused;
import org.breachledger.intake.RefusedFile;

/**
 * Reads files one after another in a process of its own: one line for each with its name, the
 * milliseconds it took and what became of it, parted by tabs; at the end how often the network was
 * asked.
 */
public final class ReadFiles {

  private static final AtomicInteger ASKED = new AtomicInteger();

  private ReadFiles() {}

  /**
   * Reads every file of a folder.
   *
   * @param arguments the folder; for mutations of its files also how many, the seed and a folder to
   *     work in
   */
  public static void main(String[] arguments) throws IOException {
    ProxySelector.setDefault(new Nowhere());
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      files = all.sorted().toList();
    }
    if (arguments.length > 1) {
      mutations(
          files,
          Integer.parseInt(arguments[1]),
          Long.parseLong(arguments[2]),
          Path.of(arguments[3]));
    } else {
      files.forEach(file -> tell(String.valueOf(file.getFileName()), file));
    }
    System.out.println("asked\t" + ASKED);
  }

  private static void mutations(List<Path> files, int count, long seed, Path work)
      throws IOException {
    List<byte[]> goods = new ArrayList<>();
    List<byte[]> books = new ArrayList<>();
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      goods.add(good);
      if (book(file)) {
        books.add(good);
      }
    }
    for (int i = 0; i < count; i++) {
      Random random = new Random(seed + i);
      int which = i % files.size();
      Path file = files.get(which);
      byte[] broken = new Mutations(books, random).broken(goods.get(which), book(file));
      Path mutant = Files.write(work.resolve("mutant-of-" + file.getFileName()), broken);
      tell(i + " of " + file.getFileName(), mutant);
      Files.delete(mutant);
    }
  }

  private static boolean book(Path file) {
    return file.toString().endsWith(".xlsx");
  }

  private static void tell(String name, Path file) {
    long begun = System.nanoTime();
    String verdict = verdict(file).replace('\n', ' ');
    System.out.println(name + "\t" + (System.nanoTime() - begun) / 1_000_000 + "\t" + verdict);
  }

  private static String verdict(Path file) {
    try {
      Opened opened = Reading.reader().open(file, ReadingOptions.none());
      if (opened instanceof Refused refused) {
        return "refused\t" + refused.sentence();
      }
      if (opened instanceof AuditLog log) {
        try (log) {
          log.read(event -> true);
          return "read\taccesses";
        }
      }
      try (LogFile log = (LogFile) opened) {
        return read(log);
      }
    } catch (RefusedFile e) {
      return "refused\t" + e.refused().sentence();
    } catch (Throwable e) {
      // the test shows where it comes from
      return "failed\t" + e + " " + List.of(e.getStackTrace());
    }
  }

  private static String read(LogFile log) {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger other = new AtomicInteger();
    return log.read(
            row -> (row.outcome() instanceof Outcome.Taken ? taken : other).incrementAndGet())
        .map(refused -> "refused\t" + refused.sentence())
        .orElseGet(() -> "read\t" + taken + " taken, " + other + " not");
  }

  /** Counts who wants to go out. */
  private static final class Nowhere extends ProxySelector {

    @Override
    public List<Proxy> select(URI uri) {
      ASKED.incrementAndGet();
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException fault) {
      // counted already
    }
  }
}
