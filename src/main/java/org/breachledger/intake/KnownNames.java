package org.breachledger.intake;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;

/**
 * The names by which a column of schools or of breach types is known: those of the trust's list of
 * schools, and those the policy's types and other bodies' categories have.
 *
 * @param schools folded names and aliases
 * @param types folded titles, codes and categories
 */
record KnownNames(Set<String> schools, Set<String> types) {

  private static final String TYPES = "normalise/breach-types.csv";
  private static final String VOCABULARIES = "normalise/vocabularies.csv";
  private static final Set<String> TYPES_MORE =
      Set.of("definition", "ico_types", "gdpr_effect", "veris_action", "source");
  private static final Set<String> VOCABULARIES_MORE =
      Set.of("vocabulary", "code", "sub_type", "one_of", "direction");

  static KnownNames read(PolicySource source) {
    Set<String> schools = new HashSet<>();
    SchoolList.read(source)
        .schools()
        .forEach(
            school ->
                Stream.concat(Stream.of(school.name()), school.aliases().stream())
                    .map(FoldedText::of)
                    .forEach(schools::add));
    Set<String> types = new HashSet<>();
    add(source, TYPES, Set.of("code", "title"), TYPES_MORE, types);
    add(source, VOCABULARIES, Set.of("category"), VOCABULARIES_MORE, types);
    return new KnownNames(schools, types);
  }

  private static void add(
      PolicySource source, String table, Set<String> names, Set<String> more, Set<String> known) {
    if (source.find(table).isPresent()) {
      for (PolicyTable.Row row : PolicyTable.read(source, table, names, more).rows()) {
        names.forEach(column -> known.add(FoldedText.of(row.get(column))));
      }
    }
    known.remove("");
  }
}
