package org.breachledger.policy;

import java.util.List;

/** The shipped profile, edited to be wrong, each time in another way. */
public final class WrongProfiles {

  /** The profile that is edited. */
  public static final String FILE = "policies/category-levels.yaml";

  /**
   * One wrong edit.
   *
   * @param old what stands in the shipped profile
   * @param edited what somebody wrote instead
   * @param refusal the whole sentence
   */
  public record Wrong(String old, String edited, String refusal) {}

  /** Ten ways and two more. */
  public static final List<Wrong> TEN =
      List.of(
          new Wrong(
              "near-miss-label: Category",
              "near-miss-lable: Category",
              "jobs/policies/category-levels.yaml, line 33: key \"near-miss-lable\" is unknown;"
                  + " allowed are name, version, title, source, titles, labels, near-miss-label,"
                  + " bands, factors, duties, delay-bands, review, statutory-hour-rounding,"
                  + " referrals, investigators, recipients, routes, closing, suppress-up-to"),
          new Wrong(
              "  dpo: Schools Data Protection Officer\n",
              "",
              "jobs/policies/category-levels.yaml, line 11: the title of \"dpo\" is missing; write"
                  + " it"),
          new Wrong(
              "  - from: 3\n",
              "  - from: 4\n",
              "jobs/policies/category-levels.yaml, line 29: gap: nothing is said of 3; begin this"
                  + " step at 3"),
          new Wrong(
              "  - to: 2\n",
              "  - to: 3\n",
              "jobs/policies/category-levels.yaml, line 29: overlap: the step before ends at 3;"
                  + " begin this step at 4"),
          new Wrong(
              "    level: 2\n",
              "    level: 0\n",
              "jobs/policies/category-levels.yaml, line 29: key \"level\" must be 1 or 2; level 0"
                  + " is a finding at closure"),
          new Wrong(
              "labels: [Category Level 2]",
              "labels: [Category Level 3]",
              "jobs/policies/category-levels.yaml, line 50: label \"Category Level 3\" is unknown;"
                  + " the labels are Category Level 1, Category Level 2"),
          new Wrong(
              "    by: data-lead\n",
              "    by: siro\n",
              "jobs/policies/category-levels.yaml, line 56: role \"siro\" has no title; titles are"
                  + " given for head, data-lead, dpo, governing-body, security-analyst, board,"
                  + " working-group, caldicott-guardian, communications, education-department,"
                  + " regulator"),
          new Wrong(
              "  months: 6\n",
              "  months: 0\n",
              "jobs/policies/category-levels.yaml, line 42: key \"months\" must be a whole number of"
                  + " 1 or more"),
          new Wrong(
              "statutory-hour-rounding: off",
              "statutory-hour-rounding: nearest",
              "jobs/policies/category-levels.yaml, line 47: key \"statutory-hour-rounding\" must be"
                  + " \"off\" or next-hour"),
          new Wrong(
              "bands: severity/bands.csv",
              "bands: severity/band.csv",
              "jobs/severity/band.csv: this table is missing; put it back"),
          new Wrong(
              "  alert: [security-analyst]",
              "  alert: [security analyst]",
              "jobs/policies/category-levels.yaml, line 62: role \"security analyst\" has no title;"
                  + " titles are given for head, data-lead, dpo, governing-body, security-analyst,"
                  + " board, working-group, caldicott-guardian, communications,"
                  + " education-department, regulator"),
          new Wrong(
              "version: \"1\"\n",
              "",
              "jobs/policies/category-levels.yaml, line 4: key \"version\" is missing; write a"
                  + " value"));

  private WrongProfiles() {}
}
