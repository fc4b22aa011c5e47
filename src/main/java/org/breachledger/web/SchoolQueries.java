package org.breachledger.web;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schools of the trust. */
final class SchoolQueries {

  private final JdbcClient jdbc;
  private final Reading reading;

  SchoolQueries(JdbcClient jdbc, Reading reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /** A school to choose. */
  record School(int id, String name) {}

  /** Every school, by name. */
  List<School> list() {
    return reading.read(
        () ->
            jdbc.sql("select school_id as id, name from school order by name")
                .query(School.class)
                .list());
  }

  /** Their names. */
  List<String> names() {
    return list().stream().map(School::name).toList();
  }
}
