package org.breachledger.sample;

import java.util.Random;

/**
 * How many people are affected, as somebody wrote it down.
 *
 * @param written a number, a range, or words for not knowing; may be empty
 * @param upper at most so many; −1 where it is not known
 */
public record Headcount(String written, int upper) {

  private static final String[] UNKNOWN = {"Unknown", "not known", "tbc"};

  /** Draws a number for a tale's {@code people}. */
  static Headcount draw(String people, Random random) {
    if (people.equals("?")) {
      return new Headcount(UNKNOWN[random.nextInt(UNKNOWN.length)], -1);
    }
    String[] ends = people.split("-");
    int low = Integer.parseInt(ends[0]);
    int high = Integer.parseInt(ends[ends.length - 1]);
    int number = low + random.nextInt(high - low + 1);
    return switch (random.nextInt(12)) {
      case 0 -> number < 12 ? exactly(number) : about(number);
      case 1 -> number < 12 ? exactly(number) : atMost(number);
      case 2 -> number > 3 && number < 10 ? new Headcount("<10", 9) : exactly(number);
      default -> exactly(number);
    };
  }

  private static Headcount exactly(int number) {
    return new Headcount(Integer.toString(number), number);
  }

  private static Headcount about(int number) {
    int step = number < 100 ? 10 : 100;
    int floor = number / step * step;
    return new Headcount(floor + "–" + (floor + step), floor + step);
  }

  private static Headcount atMost(int number) {
    int step = number < 100 ? 10 : 50;
    int ceiling = (number + step - 1) / step * step;
    return new Headcount("up to " + ceiling, ceiling);
  }

  /** The policy's baseline scale by the published bands; 0 where nobody knows [004 Appendix B]. */
  int baseline() {
    if (upper < 11) {
      return 0;
    }
    return upper <= 100 ? 1 : upper <= 1000 ? 2 : 3;
  }
}
