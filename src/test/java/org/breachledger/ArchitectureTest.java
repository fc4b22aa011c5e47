package org.breachledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.breachledger.testing.OwnClasses;
import org.junit.jupiter.api.Test;

/** The fences of the house; a rule that matches nothing fails. */
class ArchitectureTest {

  private static final String[] STAGE_ROOTS = {
    "org.breachledger.incident",
    "org.breachledger.calendar",
    "org.breachledger.exchange",
    "org.breachledger.policy",
    "org.breachledger.record",
    "org.breachledger.intake",
    "org.breachledger.normalise",
    "org.breachledger.severity",
    "org.breachledger.deadline",
    "org.breachledger.recurrence",
    "org.breachledger.casework",
    "org.breachledger.reporting",
    "org.breachledger.alerting",
    "org.breachledger.keeping",
    "org.breachledger.access"
  };

  @Test
  void aStagesRootIsPlainJava() {
    noClasses()
        .that()
        .resideInAnyPackage(STAGE_ROOTS)
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.poi..",
            "java.sql..",
            "javax.sql..",
            "org.postgresql..",
            "net.sf.jasperreports..",
            "org.quartz..")
        .because("a framework may call a rule, never the reverse: put the adapter in a sub-package")
        .check(OwnClasses.ALL);
  }

  @Test
  void timeComesInThroughTheDoor() {
    classes()
        .should(
            new ArchCondition<JavaClass>("ask no clock of their own") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                  boolean now =
                      call.getName().equals("now")
                          && call.getTargetOwner().getPackageName().startsWith("java.time")
                          && call.getTarget().getRawParameterTypes().isEmpty();
                  if (now) {
                    events.add(SimpleConditionEvent.violated(type, call.getDescription()));
                  }
                }
              }
            })
        .because("take a Clock or an AsOf as a parameter instead of calling now()")
        .check(OwnClasses.ALL);
  }

  @Test
  void pagesAreAboveEverything() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.breachledger.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.breachledger.web..")
        .because("nobody depends on the pages")
        .check(OwnClasses.ALL);
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/breachledger"))) {
      for (Path folder : folders.filter(ArchitectureTest::holdsCode).toList()) {
        Path info = folder.resolve("package-info.java");
        assertThat(info).as("write one sentence and @NullMarked into it").exists();
        assertThat(Files.readString(info))
            .as(info.toString())
            .startsWith("/**")
            .contains("@NullMarked");
      }
    }
  }

  /** A chunk step without a transaction manager would silently use none. */
  @Test
  void everyChunkStepNamesItsTransactionManager() throws IOException {
    List<Path> steps;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      steps = files.filter(file -> file.toString().endsWith("Step.java")).toList();
    }
    assertThat(steps).isNotEmpty();
    for (Path step : steps) {
      String code = Files.readString(step);
      int chunks = code.split("chunk\\(", -1).length - 1;
      int managers = code.split("\\.transactionManager\\(", -1).length - 1;
      assertThat(managers).as(step + ": write .transactionManager(transactions)").isEqualTo(chunks);
    }
  }

  private static boolean holdsCode(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      return false;
    }
  }
}
