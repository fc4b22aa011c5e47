package org.breachledger.reporting.jasper;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.repo.DefaultRepositoryService;
import net.sf.jasperreports.repo.RepositoryContext;
import net.sf.jasperreports.repo.RepositoryService;
import org.breachledger.policy.AccentColour;
import org.jspecify.annotations.Nullable;

/**
 * Prints in a paper's own colour: the shared styles are drawn in one colour and its tint, and each
 * paper reads them with its own in their place. Compiled templates stay as they are, so that
 * threads may share them.
 */
final class Colouring {

  /** The colour the shared styles are drawn in. */
  static final AccentColour DRAWN = new AccentColour(0x0B5563);

  private static final String ACCENT = "org.breachledger.accent";

  private final Map<AccentColour, JasperReportsContext> colours = new ConcurrentHashMap<>();

  /** What fills and exports papers of that colour. */
  JasperReportsContext of(AccentColour colour) {
    return colours.computeIfAbsent(colour, Colouring::context);
  }

  /** The colour that drawings are drawn in. */
  static Color accent(JasperReportsContext context) {
    String written = context.getProperty(ACCENT);
    return Color.decode(written == null ? DRAWN.written() : written);
  }

  private static JasperReportsContext context(AccentColour colour) {
    SimpleJasperReportsContext context =
        new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
    context.setProperty(ACCENT, colour.written());
    context.setExtensions(RepositoryService.class, List.of(new Styles(colour)));
    return context;
  }

  /** Finds styles as the shipped repository does, and gives them in another colour. */
  private static final class Styles extends DefaultRepositoryService {

    private final AccentColour colour;

    Styles(AccentColour colour) {
      super(DefaultJasperReportsContext.getInstance());
      this.colour = colour;
    }

    @Override
    public @Nullable InputStream getInputStream(@Nullable RepositoryContext from, String place) {
      InputStream drawn = super.getInputStream(from, place);
      return drawn == null || !place.endsWith(".jrtx") ? drawn : coloured(drawn);
    }

    private InputStream coloured(InputStream drawn) {
      try (drawn) {
        String styles = new String(drawn.readAllBytes(), StandardCharsets.UTF_8);
        return new ByteArrayInputStream(
            styles
                .replace(DRAWN.written(), colour.written())
                .replace(DRAWN.tint().written(), colour.tint().written())
                .getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
