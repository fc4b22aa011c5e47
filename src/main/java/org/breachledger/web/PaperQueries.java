package org.breachledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breachledger.access.Right;
import org.breachledger.alerting.Pack;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The papers of finished runs, each shown only to those it is meant for. */
final class PaperQueries {

  /** A pack is out with its alert, whatever becomes of the run. */
  private static final String READABLE =
      """
       where (report = 'alert-pack' and :packs)
          or ((report = 'board' and :board)
            or (report = 'working-group' and :working)
            or (report = 'governors' and (:schools or (:own and school_id = :school))))
            and exists (select from job_manifest m
              where m.manifest_id = report_paper.manifest_id and m.status = 'done')
      """;

  private final JdbcClient jdbc;
  private final Reading reading;

  PaperQueries(JdbcClient jdbc, Reading reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /** One line of the list of papers. */
  record Paper(
      long id,
      String report,
      String title,
      String lastDay,
      int edition,
      String dataAsAt,
      String size) {}

  /** The newest papers this person may read. */
  List<Paper> newest(SignedIn me, int limit) {
    return reading.read(
        () ->
            readable(
                    """
                    select paper_id, report, title, anchor, edition, data_as_at,
                        length(content) as bytes
                      from report_paper
                    """,
                    """
                     order by anchor desc,
                        array_position(
                          array['board', 'working-group', 'governors', 'alert-pack'], report),
                        title, edition desc, paper_id desc
                     limit :limit
                    """,
                    me)
                .param("limit", limit)
                .query(
                    (row, number) ->
                        new Paper(
                            row.getLong("paper_id"),
                            row.getString("report"),
                            row.getString("title"),
                            Shown.day(row.getObject("anchor", LocalDate.class).minusDays(1)),
                            row.getInt("edition"),
                            Shown.moment(row.getTimestamp("data_as_at")),
                            Shown.bytes(row.getLong("bytes"))))
                .list());
  }

  /**
   * The PDF of that number and the name it is saved under; empty where there is none this person
   * may read.
   */
  Optional<Pack> find(SignedIn me, long id) {
    return reading.read(
        () ->
            readable(
                    """
                    select paper_id, report, anchor, content
                      from (select * from report_paper where paper_id = :paper) as report_paper
                    """,
                    "",
                    me)
                .param("paper", id)
                .query(
                    (row, number) ->
                        new Pack(
                            row.getString("report")
                                + "-"
                                + row.getString("anchor")
                                + "-"
                                + row.getLong("paper_id")
                                + ".pdf",
                            row.getBytes("content")))
                .optional());
  }

  private JdbcClient.StatementSpec readable(String select, String order, SignedIn me) {
    Integer school = me.schoolId();
    return jdbc.sql(select + READABLE + order)
        .param("board", me.may(Right.BOARD_PAPERS))
        .param("working", me.may(Right.WORKING_PAPERS))
        .param("packs", me.may(Right.PACKS))
        .param("schools", me.may(Right.SCHOOL_PAPERS))
        .param("own", me.may(Right.OWN_PAPERS) && school != null)
        .param("school", school == null ? 0 : school);
  }
}
