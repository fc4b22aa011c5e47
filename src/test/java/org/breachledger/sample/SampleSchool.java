package org.breachledger.sample;

import java.util.List;

/**
 * One school of the fictional trust. No name, place or number of it is real.
 *
 * @param key the word the plan uses
 * @param name as the school writes it
 * @param urn a number of the 9-series, which no school has
 * @param aliases other ways people write the name
 * @param secondary whether tales of exams and tutor groups fit it
 * @param prefix how its references begin where its log numbers by school; empty where it does not
 * @param classes what its classes are called
 */
public record SampleSchool(
    String key,
    String name,
    String urn,
    List<String> aliases,
    boolean secondary,
    String prefix,
    List<String> classes) {

  /** The six schools, in the order in which the data names them. */
  public static final List<SampleSchool> ALL =
      List.of(
          new SampleSchool(
              "HARROWFEN",
              "Harrowfen Academy",
              "900101",
              List.of("Harrowfen", "Harrowfen Acad."),
              true,
              "",
              List.of("Year 7", "Year 8", "Year 9", "Year 10", "Year 11")),
          new SampleSchool(
              "QUILLBROOK",
              "Quillbrook Primary School",
              "900102",
              List.of("Quillbrook Primary", "Quillbrook"),
              false,
              "",
              List.of("Reception", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5", "Year 6")),
          new SampleSchool(
              "EASTMARROW",
              "Eastmarrow High School",
              "900103",
              List.of("Eastmarrow High", "Eastmarrow"),
              true,
              "EHS",
              List.of("Year 7", "Year 8", "Year 9", "Year 10", "Year 11")),
          new SampleSchool(
              "TALLOWBY",
              "Tallowby Church of England Primary School",
              "900104",
              List.of("Tallowby C of E Primary", "Tallowby Primary"),
              false,
              "TAL",
              List.of("Year 1", "Year 2", "Year 3", "Year 4", "Year 5", "Year 6")),
          new SampleSchool(
              "FERNCASTER",
              "Ferncaster Infant School",
              "900105",
              List.of("Ferncaster Infants", "Ferncaster"),
              false,
              "FIS",
              List.of("Nursery", "Reception", "Year 1", "Year 2")),
          new SampleSchool(
              "DUNNOWAY",
              "Dunnoway School",
              "900106",
              List.of("Dunnoway Special School", "Dunnoway"),
              false,
              "DUN",
              List.of("Willow class", "Hazel class", "Rowan class", "Alder class")));

  /** Copies the lists, so that nobody changes them. */
  public SampleSchool {
    aliases = List.copyOf(aliases);
    classes = List.copyOf(classes);
  }

  /** The school of that key. */
  public static SampleSchool get(String key) {
    return ALL.stream().filter(school -> school.key.equals(key)).findFirst().orElseThrow();
  }
}
