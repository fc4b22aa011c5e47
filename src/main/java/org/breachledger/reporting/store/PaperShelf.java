package org.breachledger.reporting.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.breachledger.exchange.WholeFile;
import org.breachledger.incident.FoldedText;
import org.breachledger.incident.Sha256;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.BoardPaper;
import org.breachledger.reporting.GovernorPaper;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PeopleAffected;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps published papers frozen: bytes and hash in the register, a copy below the home for people
 * who open folders.
 */
public final class PaperShelf {

  /** The folder of the home the copies lie in. */
  public static final String FOLDER = "reports";

  private final JdbcClient jdbc;
  private final Path folder;

  /** A shelf with its copies below {@code folder}. */
  public PaperShelf(JdbcClient jdbc, Path folder) {
    this.jdbc = jdbc;
    this.folder = folder;
  }

  /**
   * Puts a paper on the shelf within the running transaction; the same paper of the same run again
   * takes the place of the one an interrupted run left.
   *
   * @param schoolId 0 for all schools
   * @param at when, by the clock
   * @return the copy's place below the folder
   */
  public String publish(long manifest, Paper paper, int schoolId, byte[] pdf, Instant at) {
    String file =
        paper.imprint().halves().end()
            + "/edition-"
            + paper.imprint().edition()
            + "/"
            + name(paper, schoolId)
            + ".pdf";
    jdbc.sql("delete from report_paper where manifest_id = ? and file = ?")
        .params(manifest, file)
        .update();
    long id =
        jdbc.sql(
                """
            insert into report_paper (manifest_id, report, school_id, title, anchor, edition,
              data_as_at, sha256, file, content, created_at, audit_head)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning paper_id
            """)
            .params(
                manifest,
                paper.template(),
                schoolId,
                paper.title(),
                Date.valueOf(paper.imprint().halves().end()),
                paper.imprint().edition(),
                Timestamp.from(paper.imprint().dataAsAt().instant()),
                Sha256.of(pdf),
                file,
                pdf,
                Timestamp.from(at))
            .param(paper.imprint().auditHead())
            .query(Long.class)
            .single();
    keepPeople(id, paper);
    copy(folder.resolve(file), pdf);
    return file;
  }

  /** What the paper prints of the people affected, so that pages show no other numbers. */
  private void keepPeople(long paperId, Paper paper) {
    List<PeopleAffected.Row> rows = PeopleAffected.in(paper).rows();
    for (int i = 0; i < rows.size(); i++) {
      jdbc.sql(
              """
              insert into paper_people (paper_id, position, title, previous, current)
              values (?, ?, ?, ?, ?)
              """)
          .params(
              paperId, i + 1, rows.get(i).title(), rows.get(i).previous(), rows.get(i).current())
          .update();
    }
  }

  /** The edition of the papers of a run about one anchor: one more than those published before. */
  public int edition(long manifest, LocalDate anchor) {
    return 1
        + jdbc.sql(
                "select count(distinct manifest_id) from report_paper where anchor = ?"
                    + " and manifest_id <> ?")
            .params(Date.valueOf(anchor), manifest)
            .query(Integer.class)
            .single();
  }

  /** The copies of a run's papers, in the order of their names. */
  public List<String> files(long manifest) {
    return jdbc
        .sql("select file from report_paper where manifest_id = ? order by file")
        .param(manifest)
        .query(String.class)
        .list()
        .stream()
        .map(file -> folder.resolve(file).toString())
        .toList();
  }

  /** A file name that says what and whose; the school's number keeps two of one name apart. */
  public static String name(Paper paper, int schoolId) {
    if (paper instanceof GovernorPaper governors) {
      return "governors-" + FoldedText.of(governors.school()).replace(' ', '-') + "-" + schoolId;
    }
    if (paper instanceof AlertPack pack) {
      return packName(pack.type().title())
          + "-"
          + (schoolId == 0 ? "all-schools" : "school-" + schoolId);
    }
    return paper instanceof BoardPaper ? "board" : paper.template();
  }

  /** How the file names of all alert packs about a breach type begin. */
  public static String packName(String typeTitle) {
    return "alert-pack-" + FoldedText.of(typeTitle).replace(' ', '-');
  }

  private static void copy(Path file, byte[] pdf) {
    try {
      WholeFile.write(file, pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
