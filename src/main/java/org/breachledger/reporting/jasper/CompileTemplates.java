package org.breachledger.reporting.jasper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Compiles every template at build time, so that a faulty one breaks the build and not a report.
 */
public final class CompileTemplates {

  private CompileTemplates() {}

  /**
   * Compiles each {@code .jrxml} under the first folder into the second, under the same name.
   *
   * @param folders {@code report-templates} and {@code target/classes/report-templates}
   */
  public static void main(String[] folders) throws IOException, JRException {
    Path from = Path.of(folders[0]);
    Path to = Path.of(folders[1]);
    for (Path template : templates(from)) {
      String compiled = from.relativize(template).toString().replaceFirst("jrxml$", "jasper");
      Path target = to.resolve(compiled);
      Files.createDirectories(target.resolveSibling("."));
      JasperCompileManager.compileReportToFile(template.toString(), target.toString());
    }
  }

  private static List<Path> templates(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList();
    }
  }
}
