package org.breachledger.intake.mis;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.AuditLogs;
import org.breachledger.intake.CleanText;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.LogEncoding;
import org.breachledger.intake.RefusedFile;
import org.breachledger.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/** Recognises the access and audit logs whose layouts {@code jobs/intake/audit-profiles} hold. */
public final class MisLogs implements AuditLogs {

  private static final int HEADING_ROWS = 40;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char UNKNOWN = '\ufffd';

  private final AuditProfiles profiles;

  /**
   * Recognises by the layouts of a policy.
   *
   * @throws org.breachledger.policy.RefusedTable where a layout cannot be used
   */
  public MisLogs(PolicySource source) {
    this.profiles = AuditProfiles.read(source);
  }

  @Override
  public List<String> profiles() {
    return profiles.names();
  }

  @Override
  public Optional<AuditLog> inText(Path file, @Nullable String profile, @Nullable String school)
      throws RefusedFile, IOException {
    for (char separator : SEPARATORS) {
      Optional<AuditLayout> layout = layout(file, separator, profile);
      if (layout.isPresent()) {
        return Optional.of(
            new TextAuditLog(file, LogEncoding.of(file), separator, layout.get(), school));
      }
    }
    return Optional.empty();
  }

  private Optional<AuditLayout> layout(Path file, char separator, @Nullable String asked)
      throws IOException {
    try (ByteLines lines = new ByteLines(Files.newInputStream(file), separator)) {
      for (int i = 0; i < HEADING_ROWS && lines.next(); i++) {
        Optional<AuditLayout> layout = AuditLayout.of(profiles, lines.row(), texts(lines), asked);
        if (layout.isPresent()) {
          return layout;
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> texts(ByteLines lines) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lines.cells(); i++) {
      lines.cell(i);
      texts.add(heading(lines.bytes(), lines.begin(), lines.end() - lines.begin()));
    }
    return texts;
  }

  /** No more is looked at before the file is known to be such a log. */
  private static String heading(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    return CleanText.of(
        text.indexOf(UNKNOWN) < 0 ? text : new String(bytes, from, length, WINDOWS));
  }

  @Override
  public Optional<AuditLog> inGrid(Grid grid, @Nullable String profile, @Nullable String school)
      throws RefusedFile, IOException {
    Map<GridSheet, AuditLayout> layouts = new LinkedHashMap<>();
    for (GridSheet sheet : grid.sheets()) {
      for (GridRow row : top(grid, sheet)) {
        Optional<AuditLayout> layout = AuditLayout.of(profiles, row.number(), row.texts(), profile);
        if (layout.isPresent()) {
          layouts.put(sheet, layout.get());
          break;
        }
      }
    }
    return layouts.isEmpty()
        ? Optional.empty()
        : Optional.of(new GridAuditLog(grid, layouts, school));
  }

  @Override
  public boolean likely(Grid grid) throws RefusedFile, IOException {
    for (GridSheet sheet : grid.sheets()) {
      for (GridRow row : top(grid, sheet)) {
        if (profiles.likely(row.texts())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<GridRow> top(Grid grid, GridSheet sheet) throws RefusedFile, IOException {
    List<GridRow> top = new ArrayList<>();
    grid.read(
        sheet,
        row -> {
          if (!row.blank()) {
            top.add(row);
          }
          return top.size() < HEADING_ROWS;
        });
    return top;
  }
}
