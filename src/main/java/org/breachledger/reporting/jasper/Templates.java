package org.breachledger.reporting.jasper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import org.jspecify.annotations.Nullable;

/**
 * The templates on the class path under {@code report-templates/}: as the build compiled them, else
 * compiled from their source, which needs the template compiler on the class path.
 */
public final class Templates {

  private final Map<String, JasperReport> loaded = new ConcurrentHashMap<>();

  /**
   * The template of that name; templates ask for their sections through this.
   *
   * @param name folder and file without ending, such as {@code shared/verdicts}
   */
  public JasperReport get(String name) {
    return loaded.computeIfAbsent(name, Templates::load);
  }

  private static JasperReport load(String name) {
    String path = "/report-templates/" + name;
    try (InputStream compiled = Templates.class.getResourceAsStream(path + ".jasper");
        InputStream source = Templates.class.getResourceAsStream(path + ".jrxml")) {
      return read(path, compiled, source);
    } catch (IOException | JRException e) {
      throw new IllegalStateException(path + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static JasperReport read(
      String path, @Nullable InputStream compiled, @Nullable InputStream source)
      throws JRException {
    if (compiled != null) {
      return (JasperReport) JRLoader.loadObject(compiled);
    }
    if (source != null) {
      return JasperCompileManager.compileReport(source);
    }
    throw new IllegalStateException(
        path + " is not on the class path; is the folder in report-templates/ named like that?");
  }
}
