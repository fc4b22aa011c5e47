package org.breachledger.pipeline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.keeping.RetentionLine;
import org.breachledger.keeping.SchoolRetention;
import org.breachledger.keeping.YearlyList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists what is due at the as-of, and names the list that may be confirmed. */
@Command(name = "due", description = "list what is due at the as-of, to be confirmed")
final class RetentionDueCommand implements Callable<Integer> {

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Option(names = "--school", paramLabel = "NAME", description = "only this school's")
  private @Nullable String school;

  @Override
  public Integer call() throws Exception {
    try (RetentionSession session = new RetentionSession(parent.door(), "retention due")) {
      Integer id = school == null ? null : session.school(school);
      List<SchoolRetention> schools =
          session.schools().stream().filter(one -> id == null || id == one.schoolId()).toList();
      List<RetentionLine> due =
          schools.stream()
              .flatMap(one -> one.lines().stream())
              .filter(RetentionLine::isDue)
              .toList();
      YearlyList list = session.list(id);
      return session.listed(
          "due",
          RetentionShown.due(schools, due.size()),
          RetentionShown.list(list),
          due.stream().map(RetentionShown::row).toList(),
          due.stream().map(RetentionShown::line).toList());
    }
  }
}
