package org.breachledger.web;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.breachledger.calendar.AsOf;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.normalise.LearningSettings;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.normalise.store.TypeChange;
import org.breachledger.pipeline.types.ConfirmOutcome;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.pipeline.types.ConfirmationLine;
import org.breachledger.pipeline.types.LearnedDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the Data Protection Officer says what a school's words for a type mean, for all incidents
 * written alike, and decides whether what was learned from that makes suggestions.
 */
@Page
class TypePages {

  private static final String HERE = "redirect:/types";

  private final TypeQueries queries;
  private final ConfirmTypes confirm;
  private final LearnedDesk learned;
  private final LearningSettings learning;
  private final BreachTypes types;
  private final Clock clock;

  TypePages(
      TypeQueries queries,
      ConfirmTypes confirm,
      LearnedDesk learned,
      LearningSettings learning,
      BreachTypes types,
      Clock clock) {
    this.queries = queries;
    this.confirm = confirm;
    this.learned = learned;
    this.learning = learning;
    this.types = types;
    this.clock = clock;
  }

  /** The group has other incidents than the page showed. */
  private static final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A version of what was learned. */
  record Version(int number, String made, boolean on, boolean forgotten, int examples) {

    static Version of(LearnedVersions.Entry entry) {
      return new Version(
          entry.version(),
          Shown.moment(entry.madeAt()),
          entry.on(),
          entry.forgottenAt() != null,
          entry.examples());
    }
  }

  /** So many incidents would go from one type to another. */
  record Move(String from, String to, int incidents) {}

  @GetMapping("/types")
  String list(Model model) {
    model.addAttribute("groups", queries.groups());
    model.addAttribute("again", queries.askedAgain());
    model.addAttribute("types", TypeChoices.of(types));
    LearnedDesk.Overview overview = learned.overview();
    model.addAttribute("versions", overview.versions().stream().map(Version::of).toList());
    model.addAttribute("confirmed", overview.confirmed());
    model.addAttribute("fewest", learning.fewestExamples());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    return "types";
  }

  @PostMapping("/types/confirm")
  String confirm(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> fields,
      RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    Typed typed = new Typed(fields);
    String key = typed.find("group").orElse("");
    try {
      answer.addFlashAttribute("taken", confirmed(me, key, typed));
      return HERE;
    } catch (Typed.Wrong wrong) {
      refused(wrong.sentence(), wrong.field() + "-" + key, fields, answer);
    } catch (Stale stale) {
      refused(
          "Other incidents are written like this since you opened the page, so nothing was"
              + " stored. Look at them and send it again",
          "type-" + key,
          fields,
          answer);
    }
    return HERE;
  }

  private String confirmed(SignedIn me, String key, Typed typed)
      throws SQLException, JobExecutionException {
    String[] chosen = typed.need("type", "Choose a breach type").split("/", 2);
    String reason = typed.need("reason", "Write why it is this type; it stays in the record");
    String seen = typed.find("seen").orElse("");
    ConfirmationLine line =
        ConfirmationLine.saying(chosen[0], chosen.length < 2 ? "" : chosen[1], reason);
    ConfirmOutcome outcome =
        confirm.takeAll(() -> seen(key, seen), line, me.getUsername(), AsOf.from(clock));
    if (outcome.count(ConfirmOutcome.Became.REFUSED) > 0) {
      throw new Typed.Wrong("type", "Choose a breach type of the list");
    }
    int changed = outcome.changed();
    return (changed == 1
            ? "The type of 1 incident is"
            : "The types of " + changed + " incidents are")
        + " on record; scores, repeats and deadlines are up to date.";
  }

  private List<Long> seen(String key, String mark) {
    List<Long> now = queries.incidents(key);
    if (now.isEmpty() || !queries.mark(key).equals(mark)) {
      throw new Stale();
    }
    return now;
  }

  private static void refused(
      String sentence, String at, Map<String, String> fields, RedirectAttributes answer) {
    answer.addFlashAttribute("problem", sentence);
    answer.addFlashAttribute("at", "#" + at);
    answer.addFlashAttribute("typed", Map.copyOf(fields));
  }

  @GetMapping("/types/learned/{version}")
  String version(@PathVariable int version, Model model) {
    LearnedDesk.Preview preview = learned.preview(version).orElseThrow(NotThere::new);
    model.addAttribute("version", Version.of(preview.entry()));
    model.addAttribute("trial", preview.entry().trial());
    model.addAttribute("moves", moves(preview.changes()));
    return "learned";
  }

  private List<Move> moves(List<TypeChange> changes) {
    Map<List<String>, Integer> counts =
        new TreeMap<>(java.util.Comparator.comparing(List::toString));
    for (TypeChange change : changes) {
      String to =
          title(change.then().findBreachType())
              + (change.then().needsReview() ? ", to review" : "");
      counts.merge(List.of(title(change.now().findBreachType()), to), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(entry -> new Move(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
        .toList();
  }

  private String title(Optional<String> code) {
    return code.map(types::titleOf).orElse("No type");
  }

  @PostMapping("/types/learned/{version}/on")
  String on(
      @AuthenticationPrincipal SignedIn me, @PathVariable int version, RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    if (learned.preview(version).isEmpty()) {
      throw new NotThere();
    }
    return switched(me, version, "Version " + version + " makes suggestions from now on", answer);
  }

  @PostMapping("/types/learned/off")
  String off(@AuthenticationPrincipal SignedIn me, RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    return switched(me, null, "Nothing learned makes suggestions any more", answer);
  }

  private String switched(
      SignedIn me, @Nullable Integer version, String done, RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    answer.addFlashAttribute(
        "taken",
        learned
            .switchTo(version, me.getUsername(), AsOf.from(clock))
            .map(
                typed ->
                    done
                        + "; "
                        + typed
                        + (typed == 1 ? " incident was" : " incidents were")
                        + " typed again.")
            .orElse("It was like that already; nothing changed."));
    return HERE;
  }
}
