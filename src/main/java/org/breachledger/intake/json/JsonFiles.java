package org.breachledger.intake.json;

import java.io.IOException;
import java.nio.file.Path;
import org.breachledger.intake.FileKind;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridOpener;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/** Opens JSON lines and lists of objects; any other text is left to the next opener. */
public final class JsonFiles implements GridOpener {

  @Override
  public boolean opens(FileKind kind) {
    return kind == FileKind.TEXT;
  }

  @Override
  public Grid open(Path file) throws RefusedFile, IOException {
    JsonRecords records =
        JsonRecords.of(file).orElseThrow(() -> new RefusedFile(Refusal.BROKEN.said()));
    return JsonGrid.of(records);
  }
}
