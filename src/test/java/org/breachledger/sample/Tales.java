package org.breachledger.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The tales and the wordings of their types, dealt out so that none comes again too soon. */
final class Tales {

  private final List<Tale> tales = lines("tales.txt").stream().map(Tale::parse).toList();
  private final Map<String, List<String>> categories = new LinkedHashMap<>();
  private final Map<String, Integer> told = new HashMap<>();

  Tales() {
    for (String line : lines("categories.txt")) {
      String[] cells = line.split(" \\| ");
      categories.put(cells[0], Arrays.stream(cells[1].split(";")).map(String::strip).toList());
    }
  }

  /** A tale of this kind for this school, one of those told least often so far. */
  Tale deal(String kind, SampleSchool school, Random random) {
    List<Tale> fitting = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (Tale tale : tales) {
      if (isOf(tale, kind) && tale.fits(school)) {
        int times = told.getOrDefault(tale.text(), 0);
        if (times < least) {
          least = times;
          fitting.clear();
        }
        if (times == least) {
          fitting.add(tale);
        }
      }
    }
    Tale dealt = fitting.get(random.nextInt(fitting.size()));
    told.merge(dealt.text(), 1, Integer::sum);
    return dealt;
  }

  private static boolean isOf(Tale tale, String kind) {
    return switch (kind) {
      case "NEAR_MISS" -> tale.kind().startsWith("NEAR_");
      case "NO_EVENT", "INBOUND" -> tale.kind().startsWith(kind);
      default -> tale.kind().equals(kind);
    };
  }

  /** How somebody wrote the type of this tale; empty where the cell was left blank. */
  String category(Tale tale, Random random) {
    String kind = tale.kind().replaceFirst("^(NEAR|NO_EVENT)_", "");
    List<String> words =
        Objects.requireNonNullElseGet(
            categories.get(kind + ":" + tale.subType()),
            () -> Objects.requireNonNull(categories.get(kind), kind));
    int pick = random.nextInt(100);
    String word = words.get(pick < 50 ? 0 : pick % words.size());
    if (!word.equals("(blank)")) {
      return word;
    }
    return kind.equals(tale.kind()) ? "" : words.get(0);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Tales.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
