package org.breachledger.intake.store;

import java.util.List;
import java.util.Map;
import org.breachledger.intake.Notice;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the notices of a row as the register keeps them. */
public final class StoredNotices {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Map<String, String>>> NOTICES = new TypeReference<>() {};

  private StoredNotices() {}

  /** The notices of a JSON array; what one does not say is empty. */
  public static List<Notice> read(String json) {
    return JSON.readValue(json, NOTICES).stream().map(StoredNotices::notice).toList();
  }

  private static Notice notice(Map<String, String> json) {
    return new Notice(
        said(json.get("code")),
        said(json.get("column")),
        said(json.get("read")),
        said(json.get("expected")),
        said(json.get("toDo")));
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }
}
