package org.breachledger.reporting.jasper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.breachledger.reporting.Paper;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A paper as one accessible page: real headings, tables with scopes, drawings with their words. */
final class HtmlPage {

  private final SpringTemplateEngine engine;

  HtmlPage() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("report-templates/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
  }

  void write(Paper paper, List<Block> blocks, OutputStream out) throws IOException {
    Context context = new Context(Locale.UK);
    context.setVariable("title", paper.title());
    context.setVariable("blocks", blocks);
    context.setVariable("accent", paper.accent());
    context.setVariable("asAt", paper.imprint().dataAsAtWords());
    context.setVariable("policy", paper.imprint().policyWords());
    out.write(engine.process("shared/paper", context).getBytes(StandardCharsets.UTF_8));
  }
}
