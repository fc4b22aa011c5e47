package org.breachledger.reporting.jasper;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Compiles every template at build time, so that a faulty one breaks the build and not a report.
 * Two builds of the same templates are the same, byte for byte.
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
      try (InputStream source = Files.newInputStream(template);
          ObjectOutputStream out = new SteadyIdentities(Files.newOutputStream(target), compiled)) {
        out.writeObject(JasperCompileManager.compileReport(source));
      }
    }
  }

  /**
   * Elements get their identities at random when they are compiled; here each gets one by its
   * place, so that the same templates always make the same files.
   */
  private static final class SteadyIdentities extends ObjectOutputStream {

    private final String template;
    private final Map<UUID, UUID> steady = new HashMap<>();

    SteadyIdentities(OutputStream out, String template) throws IOException {
      super(out);
      this.template = template;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object written) {
      return written instanceof UUID random ? steady(random) : written;
    }

    private UUID steady(UUID random) {
      String place = template + " " + steady.size();
      return steady.computeIfAbsent(
          random, unknown -> UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static List<Path> templates(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList();
    }
  }
}
