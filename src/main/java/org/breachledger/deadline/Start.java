package org.breachledger.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;

/**
 * When the clock of a duty started.
 *
 * @param field the field it was taken from; empty where nothing is known
 * @param moment empty where it is missing or nobody can read it
 * @param missing whether nothing is written at all, or lies after the as-of
 * @param notes what stands in for what, and what is missing
 */
record Start(Optional<Field> field, Optional<Moment> moment, boolean missing, List<String> notes) {

  static Start of(Duty duty, KnownAsOf known) {
    List<Field> fields = new ArrayList<>(List.of(duty.starts()));
    fields.addAll(duty.instead());
    for (Field field : fields) {
      Optional<String> problem = known.problem(field);
      if (problem.isPresent()) {
        return new Start(Optional.of(field), Optional.empty(), false, List.of(problem.get()));
      }
      Optional<Moment> moment = known.find(field);
      if (moment.isPresent()) {
        return new Start(Optional.of(field), moment, false, notes(duty, field, known));
      }
    }
    return new Start(Optional.empty(), Optional.empty(), true, List.of(absent(duty, known)));
  }

  private static List<String> notes(Duty duty, Field field, KnownAsOf known) {
    return field == duty.starts()
        ? List.of()
        : List.of(absent(duty, known) + ", " + field.code() + " used");
  }

  private static String absent(Duty duty, KnownAsOf known) {
    return duty.starts().code()
        + (known.stillToCome(duty.starts()) ? " lies after the as-of" : " missing");
  }
}
