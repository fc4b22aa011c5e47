package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.files.JobsFolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How many descriptions one core types in a second, with the shipped wording rules and with ten
 * times as many: the second must be nearly as many as the first.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TypingBenchmark {

  private static final int TEXTS = 100;
  private static final String WORDING = "normalise/wording.csv";

  /** How many times the shipped rows there are. */
  @Param({"1", "10"})
  private int rules = 1;

  /** How many sentences as schools write them make a description. */
  @Param({"1", "6"})
  private int sentences = 1;

  private TypeRules table = TypeRules.read(new JobsFolder(null));
  private List<String> texts = List.of();

  /** Reads the table and puts the descriptions together. */
  @Setup
  public void read() {
    JobsFolder shipped = new JobsFolder(null);
    table = TypeRules.read(rules == 1 ? shipped : grown(shipped, rules));
    List<SchoolSentences.Sentence> written = SchoolSentences.list();
    texts = new ArrayList<>();
    for (int at = 0; at < TEXTS; at++) {
      StringBuilder text = new StringBuilder();
      for (int more = 0; more < sentences; more++) {
        text.append(written.get((at + 37 * more) % written.size()).text()).append(' ');
      }
      texts.add(text.toString().strip());
    }
  }

  /** Types the descriptions one after another. */
  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public void decide(Blackhole seen) {
    for (String text : texts) {
      seen.consume(table.decide(null, text));
    }
  }

  /** Rows with words of their own; every tenth begins with words that descriptions do have. */
  private static PolicySource grown(PolicySource shipped, int times) {
    String wording = shipped.get(WORDING);
    long rows = wording.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).count();
    StringBuilder more = new StringBuilder(wording.strip()).append('\n');
    for (long row = 0; row < rows * (times - 1); row++) {
      String first = row % 10 == 0 ? "<paper>" : "qx" + row + "v";
      more.append(first).append(" .. zy").append(row).append("w,,,OTHER,,5,made up\n");
    }
    return new PolicySource() {
      @Override
      public Optional<String> find(String name) {
        return name.equals(WORDING) ? Optional.of(more.toString()) : shipped.find(name);
      }

      @Override
      public List<String> list(String folder, String ending) {
        return shipped.list(folder, ending);
      }
    };
  }
}
