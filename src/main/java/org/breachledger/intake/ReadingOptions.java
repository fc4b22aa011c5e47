package org.breachledger.intake;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says about a file beside the file itself.
 *
 * @param profile the profile to read it by; null lets the headings decide
 * @param school whose log it is, where its rows do not say; null where nobody said
 * @param covers the months the log covers; empty where nobody said
 * @param names the words of the path that may state a school or a month: the file's own name as it
 *     was sent, then its folder; empty takes them from the path read
 * @param sender who sends it, so that what was said of its headings before is found again: the
 *     school asked for or the account; empty where nobody is known
 * @param stated what a person says of its headings
 * @param remembered how earlier imports of this sender were read, by {@link LogSheet#fingerprint()}
 */
public record ReadingOptions(
    @Nullable String profile,
    @Nullable String school,
    SortedSet<YearMonth> covers,
    List<String> names,
    String sender,
    Mapping stated,
    Map<String, KnownMapping> remembered) {

  /** Copies, so that options never change. */
  public ReadingOptions {
    covers = Collections.unmodifiableSortedSet(new TreeSet<>(covers));
    names = List.copyOf(names);
    remembered = Map.copyOf(remembered);
  }

  /** Nothing said. */
  public static ReadingOptions none() {
    return new ReadingOptions(null, null, new TreeSet<>(), List.of(), "", Mapping.none(), Map.of());
  }

  /** These options with a profile. */
  public ReadingOptions withProfile(String name) {
    return new ReadingOptions(name, school, covers, names, sender, stated, remembered);
  }

  /** These options with a school. */
  public ReadingOptions withSchool(String name) {
    return new ReadingOptions(profile, name, covers, names, sender, stated, remembered);
  }

  /** These options with the months covered. */
  public ReadingOptions withCovers(Collection<YearMonth> months) {
    return new ReadingOptions(
        profile, school, new TreeSet<>(months), names, sender, stated, remembered);
  }

  /** These options with the file's name as it was sent, and its folder's. */
  public ReadingOptions withNames(String... sent) {
    return new ReadingOptions(profile, school, covers, List.of(sent), sender, stated, remembered);
  }

  /** These options with what a person says of the headings. */
  public ReadingOptions withStated(Mapping said) {
    return new ReadingOptions(profile, school, covers, names, sender, said, remembered);
  }

  /** These options with what is known of earlier imports of a sender. */
  public ReadingOptions withRemembered(String from, Map<String, KnownMapping> known) {
    return new ReadingOptions(profile, school, covers, names, from, stated, known);
  }
}
