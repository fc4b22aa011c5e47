package org.breachledger.reporting.jasper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * What is in a long paper: its sections and their pages.
 *
 * @param sections in reading order; empty in a short paper
 */
public record Contents(List<Section> sections) {

  /** Between a page's number and a title. */
  static final char GAP = '\u2002';

  /**
   * A section.
   *
   * @param title its heading
   * @param page the page its heading stands on, from 1
   */
  public record Section(String title, int page) {

    /** The words of its link. */
    public String words() {
      return Integer.toString(page) + GAP + title;
    }
  }

  /** Copies the list. */
  public Contents {
    sections = List.copyOf(sections);
  }

  /** No contents line. */
  static Contents none() {
    return new Contents(List.of());
  }

  /** The sections of a paper as it is filled; one alone needs no line. */
  static Contents of(JasperPrint filled) {
    List<Section> sections = new ArrayList<>();
    for (int page = 1; page <= filled.getPages().size(); page++) {
      add(filled.getPages().get(page - 1).getElements(), page, sections);
    }
    return sections.size() < 2 ? none() : new Contents(sections);
  }

  private static void add(List<JRPrintElement> elements, int page, List<Section> sections) {
    for (JRPrintElement element : elements) {
      if (element instanceof JRPrintFrame frame) {
        add(frame.getElements(), page, sections);
      } else if (element instanceof JRPrintText text && Role.of(text) == Role.H2) {
        sections.add(new Section(text.getFullText().strip(), page));
      }
    }
  }

  /** The words of its links, so many a line; the last line may hold fewer. */
  public List<List<String>> lines(int across) {
    return IntStream.iterate(0, from -> from < sections.size(), from -> from + across)
        .mapToObj(from -> sections.subList(from, Math.min(sections.size(), from + across)))
        .map(line -> line.stream().map(Section::words).toList())
        .toList();
  }

  /** Whether the paper has no contents line. */
  public boolean isEmpty() {
    return sections.isEmpty();
  }
}
