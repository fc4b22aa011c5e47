package org.breachledger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TableFile.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A page's table as a file to take away, in the formats of the exports. */
final class TableDownload {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private TableDownload() {}

  /**
   * The answer that holds the table.
   *
   * @param as csv or xlsx; anything else is not there
   * @param name the file's, without its ending; of our words only
   */
  static ResponseEntity<byte[]> of(
      String as, String name, List<String> columns, List<? extends List<@Nullable Object>> rows) {
    if (!as.equals("csv") && !as.equals("xlsx")) {
      throw new NotThere();
    }
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + "." + as).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(as.equals("csv") ? CSV : XLSX)
        .body(bytes(Format.valueOf(as.toUpperCase(Locale.ROOT)), name, columns, rows));
  }

  private static byte[] bytes(
      Format format,
      String name,
      List<String> columns,
      List<? extends List<@Nullable Object>> rows) {
    try {
      Path file = Files.createTempFile("breachledger-", ".table");
      try {
        try (TableFile table = TableFile.create(file, format, name, columns)) {
          for (List<@Nullable Object> row : rows) {
            table.row(row);
          }
          table.done();
        }
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
