package org.breachledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses a person may look at: every page, and one of each kind the lists lead to. */
final class RoutesOf {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/incidents",
          "/incidents/new",
          "/types",
          "/incidents?page=200",
          "/incidents?page=1500",
          "/incidents?q=INC-4711",
          "/incidents?q=nothing-such",
          "/incidents?school=3",
          "/incidents?type=LOST_IN_TRANSIT",
          "/incidents?type=UNTYPED",
          "/incidents?level=3",
          "/incidents?from=2025-01-01&to=2025-06-30",
          "/incidents?state=open",
          "/incidents?state=closed",
          "/incidents?wants=overdue",
          "/incidents?wants=running",
          "/incidents?wants=review",
          "/incidents?wants=six-months",
          "/incidents?counted=near-miss",
          "/incidents?school=3&type=LOST_IN_TRANSIT&state=open&level=2",
          "/schools",
          "/schools/new",
          "/imports",
          "/imports/new",
          "/runs",
          "/papers",
          "/alerts",
          "/signals",
          "/signals?page=30",
          "/trends",
          "/jobs",
          "/operation",
          "/people",
          "/people/new",
          "/account",
          "/password");

  private static final List<String> LISTS =
      List.of(
          "/incidents",
          "/imports",
          "/runs",
          "/papers",
          "/alerts",
          "/signals",
          "/schools",
          "/people");

  private static final List<String> FORMS = List.of("/complete", "/undo", "/change");

  private RoutesOf() {}

  /** What this person is not refused. */
  static List<String> role(Browser person) {
    List<String> routes = new ArrayList<>();
    PAGES.stream().filter(page -> allowed(person, page)).forEach(routes::add);
    for (String list : LISTS) {
      if (routes.contains(list)) {
        Matcher one =
            Pattern.compile("href=\"(" + list + "/\\d+)\"").matcher(person.get(list).body());
        if (one.find() && allowed(person, one.group(1))) {
          routes.add(one.group(1));
          FORMS.stream()
              .map(form -> one.group(1) + form)
              .filter(form -> allowed(person, form))
              .forEach(routes::add);
        }
      }
    }
    return routes;
  }

  private static boolean allowed(Browser person, String path) {
    return person.get(path).statusCode() == 200;
  }
}
