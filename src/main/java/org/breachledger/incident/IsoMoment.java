package org.breachledger.incident;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A moment read from ISO text: the moment with its precision, or the problem in plain words.
 *
 * <p>A date is a whole day; a date and time without an offset is local time, so in the repeated
 * hour of October it has two readings, and in the skipped hour of March none.
 */
public sealed interface IsoMoment {

  /** A moment that could be read. */
  record Read(Moment moment) implements IsoMoment {}

  /**
   * Text that names no moment.
   *
   * @param why what was expected, without the text itself
   */
  record Problem(String why) implements IsoMoment {}

  /** What may be written. */
  String ALLOWED =
      "write a date (2026-03-29), a local time (2026-03-29T09:30) or a time with its offset"
          + " (2026-03-29T09:30+01:00)";

  /**
   * Reads a date, a local date-time of Europe/London (seconds optional) or a moment with {@code Z}
   * or an offset; blank text is a problem, so ask for blanks first.
   */
  static IsoMoment parse(String written) {
    String text = written.strip();
    if (!Iso.SHAPE.matcher(text).matches()) {
      return new Problem("this is no date or time; " + ALLOWED);
    }
    try {
      if (text.length() == 10) {
        return new Read(new Moment.OnDay(LocalDate.parse(text, Iso.DATE)));
      }
      if (Iso.OFFSET.matcher(text).matches()) {
        return new Read(new Moment.At(OffsetDateTime.parse(text, Iso.MOMENT).toInstant()));
      }
      return local(LocalDateTime.parse(text, Iso.LOCAL), Moment.ZONE);
    } catch (DateTimeException e) {
      return new Problem("there is no such day or time; " + ALLOWED);
    }
  }

  /**
   * A local time of a zone as a moment: one instant as a rule, two readings where the clock went
   * back over it, and a problem where the clock went forward over it.
   */
  static IsoMoment local(LocalDateTime time, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.isEmpty()) {
      return new Problem("the clocks went forward over this time, so it never was");
    }
    if (offsets.size() == 1) {
      return new Read(new Moment.At(time.toInstant(offsets.get(0))));
    }
    return new Read(
        new Moment.Either(time.toInstant(offsets.get(0)), time.toInstant(offsets.get(1))));
  }

  /** How the text must look. */
  final class Iso {
    private static final Pattern SHAPE =
        Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}"
                + "([Tt ]\\d{2}:\\d{2}(:\\d{2}([.]\\d{1,9})?)?([Zz]|[+-]\\d{2}(:?\\d{2})?)?)?");
    private static final Pattern OFFSET = Pattern.compile(".{11}.*([Zz]|[+-][0-9:]+)");
    private static final DateTimeFormatter DATE =
        DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DATE)
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MOMENT =
        new DateTimeFormatterBuilder()
            .append(LOCAL)
            .parseCaseInsensitive()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Iso() {}
  }
}
