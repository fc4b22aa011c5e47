package org.breachledger.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises access and audit logs by their headings, before anybody looks for incidents. */
public interface AuditLogs {

  /** None is recognised. */
  AuditLogs NONE =
      new AuditLogs() {
        @Override
        public List<String> profiles() {
          return List.of();
        }

        @Override
        public Optional<AuditLog> inText(
            Path file, @Nullable String profile, @Nullable String school) {
          return Optional.empty();
        }

        @Override
        public Optional<AuditLog> inGrid(
            Grid grid, @Nullable String profile, @Nullable String school) {
          return Optional.empty();
        }

        @Override
        public boolean likely(Grid grid) {
          return false;
        }
      };

  /** The names of the layouts that can be asked for. */
  List<String> profiles();

  /**
   * The log in a text file with separated columns, to be streamed whatever its size.
   *
   * @param profile the only layout wanted; null lets the headings decide
   * @param school whose log it is where its lines do not say; null where nobody said
   */
  Optional<AuditLog> inText(Path file, @Nullable String profile, @Nullable String school)
      throws RefusedFile, IOException;

  /**
   * The log in an opened file, which it closes in the end; where there is none the file stays open.
   */
  Optional<AuditLog> inGrid(Grid grid, @Nullable String profile, @Nullable String school)
      throws RefusedFile, IOException;

  /** Whether a file that holds no log anybody knows has the headings of an access log. */
  boolean likely(Grid grid) throws RefusedFile, IOException;
}
