package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.breachledger.testing.Chromium;
import org.breachledger.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.ConfigurableApplicationContext;

/** The program with a sample record, in front of a real browser, for the tests of one class. */
@SuppressWarnings("NullAway.Init") // opened before the first test
abstract class InABrowser {

  static Chromium chromium;
  static TestDatabase database;
  static SampleRecord sample;
  static ConfigurableApplicationContext application;
  static String root;

  private static @Nullable Runnable end;

  /** Starts all of it; skips the tests where there is no browser. */
  static void open(Path home, String... settings) {
    Chromium browser = Chromium.start();
    chromium = browser;
    TestDatabase fresh = TestDatabase.fresh();
    database = fresh;
    sample = new SampleRecord(fresh);
    sample.accounts();
    ConfigurableApplicationContext program =
        PagesApplication.start(fresh, home.toString(), 0, settings);
    application = program;
    root = "http://localhost:" + program.getEnvironment().getRequiredProperty("local.server.port");
    end =
        () -> {
          browser.close();
          program.close();
          fresh.close();
        };
  }

  @AfterAll
  static void close() {
    if (end != null) {
      end.run();
      end = null;
    }
  }

  /** Opens a page and looks at it. */
  static void lookAt(String path, int width) throws Exception {
    chromium.open(root + path, width);
    look(path.equals("/") ? "home" : path.substring(1).replaceAll("[/?=&]", "-"), width);
  }

  /**
   * Nothing on the page stands in the way of anybody, nor hangs over its edge. Keeps a picture
   * where {@code breachledger.pictures} names a folder.
   */
  static void look(String name, int width) throws Exception {
    String pictures = System.getProperty("breachledger.pictures", "");
    if (!pictures.isEmpty()) {
      chromium.picture(Path.of(pictures, name + "-" + width + ".png"));
    }
    assertThat(chromium.objections()).as(name + " at " + width).isEmpty();
    assertThat(chromium.overhang()).as(name + " at " + width).isZero();
  }
}
