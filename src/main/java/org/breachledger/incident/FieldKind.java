package org.breachledger.incident;

import java.util.Locale;
import java.util.function.Function;

/** What sort of value a field holds. */
public enum FieldKind {
  /** Free text of a person. */
  TEXT(Text::new),
  /** One word of a closed list. */
  CODE(Code::new),
  /** Words of a closed list joined by {@code ;}. */
  CODES(Codes::parse),
  /** A whole number. */
  WHOLE(written -> new Whole(Integer.parseInt(written))),
  /** Yes, no or unknown. */
  ANSWER(written -> Answer.valueOf(written.toUpperCase(Locale.ROOT))),
  /** A number of people. */
  INDIVIDUALS(Individuals::parse),
  /** A moment with its precision. */
  MOMENT(Moment::parse);

  private final Function<String, Value> reader;

  FieldKind(Function<String, Value> reader) {
    this.reader = reader;
  }

  /** Reads a value from its canonical text, as {@link Value#written()} wrote it. */
  public Value parse(String written) {
    return reader.apply(written);
  }
}
