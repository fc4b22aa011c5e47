package org.breachledger.web;

import java.util.Map;
import org.breachledger.incident.Field;
import org.breachledger.intake.Notice;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what was not understood in a row, in the sentences of the preview. Who reported is never
 * repeated, and what else a cell or a heading said only to those who may read it.
 *
 * @param mapping the field of each heading, by its code; several are joined by {@code ;}, a part of
 *     one is named behind it
 * @param text whether what people wrote may be read
 */
record GapWords(Map<String, String> mapping, boolean text) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  /**
   * The words for the rows of an import.
   *
   * @param mapping as the register keeps it; empty where no file was read
   */
  static GapWords of(String mapping, boolean text) {
    return new GapWords(mapping.isEmpty() ? Map.of() : JSON.readValue(mapping, TEXTS), text);
  }

  /** Copies the mapping. */
  GapWords {
    mapping = Map.copyOf(mapping);
  }

  /** One gap or notice as a sentence. */
  String said(Notice notice) {
    String fed = mapping.getOrDefault(notice.column(), notice.column());
    boolean shown = text && !FieldWords.fields(fed).contains(Field.REPORTER);
    return said(notice, title(notice.column(), fed), shown ? notice.read() : "");
  }

  private String title(String column, String fed) {
    if (column.isEmpty() || (text && mapping.containsKey(column))) {
      return column;
    }
    boolean ours = !FieldWords.fields(fed).isEmpty();
    return ours ? FieldWords.title(fed) : text ? column : "A column";
  }

  /**
   * A notice as a sentence.
   *
   * @param title what stands before it; empty where the whole row is meant
   * @param read what to repeat of the cell; may be empty
   */
  static String said(Notice notice, String title, String read) {
    return switch (notice.code()) {
      case "matched-by-likeness" ->
          "Taken for a known incident that is equal in all but the day, or one of type, description and number";
      case "reference-used-again" ->
          "The reference is known, but day, type and description all differ: a new incident";
      default ->
          (title.isEmpty() ? "" : title + ": ")
              + (read.isEmpty() ? "" : "“" + read + "” was read, ")
              + "expected "
              + notice.expected()
              + ". "
              + notice.toDo()
              + (notice.toDo().endsWith(".") ? "" : ".");
    };
  }
}
