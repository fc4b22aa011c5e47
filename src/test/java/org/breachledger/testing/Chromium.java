package org.breachledger.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A real browser without a window, and the eyes of axe in it. */
public final class Chromium implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final int FAR = 400;

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** What WCAG 2.2 asks at A and AA, and axe's own good practice. */
  private static final String LOOK =
      """
      const done = arguments[arguments.length - 1];
      const sets = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      axe.run(document, {runOnly: sets}).then(result => done(
        result.violations.map(found => found.id + ': ' + found.nodes[0].html)));
      """;

  /** Axe looks at every cell of long tables. */
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(5);

  /** How long an element of the next page is waited for. */
  private static final Duration PAGE_COMES = Duration.ofSeconds(10);

  private final String axe;
  private final ChromeDriver driver;

  private Chromium(String axe, ChromeDriver driver) {
    this.axe = axe;
    this.driver = driver;
  }

  /** Starts one; where the machine has none, the test is skipped and says so. */
  public static Chromium start() {
    assumeTrue(
        Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER),
        "there is no chromium with chromedriver here, so no page is looked at");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(PROGRAM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(LONGEST_LOOK).implicitlyWait(PAGE_COMES);
    return new Chromium(script(), driver);
  }

  private static String script() {
    try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens an address in a window of this width. */
  public void open(String address, int width) {
    driver.manage().window().setSize(new Dimension(width, 900));
    driver.get(address);
  }

  /** Gives the window another width; the page that is open stays. */
  public void narrow(int width) {
    driver.manage().window().setSize(new Dimension(width, 900));
  }

  /** Fills in fields by their names and sends the form they stand in. */
  public void submit(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      driver.findElement(By.name(namesAndValues[i])).sendKeys(namesAndValues[i + 1]);
    }
    WebElement first = driver.findElement(By.name(namesAndValues[0]));
    leave(first::submit);
  }

  /** Clicks on the first element of a selector; where that leads to a page, waits for it. */
  public void click(String selector) {
    WebElement element = driver.findElement(By.cssSelector(selector));
    if (List.of("a", "button").contains(element.getTagName())) {
      leave(element::click);
    } else {
      element.click();
    }
  }

  /** What is asked next must be answered by the next page, not by the one that is being left. */
  private void leave(Runnable step) {
    driver.executeScript("window.stillHere = true");
    step.run();
    long until = System.nanoTime() + PAGE_COMES.toNanos();
    while (!arrived() && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  /** Whether the page that was left is gone and the next one is there. */
  private boolean arrived() {
    try {
      return Boolean.TRUE.equals(
          driver.executeScript("return !window.stillHere && document.readyState === 'complete'"));
    } catch (WebDriverException between) {
      return false;
    }
  }

  /** What the page that is open says; waits for one that is just being opened. */
  public String text() {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return driver.findElement(By.tagName("body")).getText();
      } catch (WebDriverException gone) {
        // The next page came in between.
      }
    }
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Presses keys one after the other, wherever the focus is. */
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What has the focus, as it stands in the page. */
  public String focused() {
    return String.valueOf(driver.executeScript("return document.activeElement.outerHTML"));
  }

  /** Presses the tab key until a selector has the focus; gives up after a page's worth. */
  public void tabTo(String selector) {
    for (int pressed = 0; pressed < FAR; pressed++) {
      press(Keys.TAB);
      if (driver.switchTo().activeElement().equals(driver.findElement(By.cssSelector(selector)))) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached by the tab key");
  }

  /**
   * What can be worked on the page that is open and is not reached by the tab key, or is reached
   * and does not show it.
   */
  public List<String> outOfReach() {
    driver.executeScript(
        """
        window.reached = new Set();
        window.dull = new Set();
        document.addEventListener('focusin', event => {
          window.reached.add(event.target);
          const style = getComputedStyle(event.target);
          if (style.outlineStyle === 'none' && style.boxShadow === 'none') {
            window.dull.add(event.target);
          }
        });
        document.activeElement.blur();
        """);
    long all =
        (Long)
            Objects.requireNonNull(
                driver.executeScript("return document.querySelectorAll('*').length"));
    for (int pressed = 0; pressed < Math.min(all, FAR); pressed++) {
      press(Keys.TAB);
      if (driver.switchTo().activeElement().getTagName().equals("body")) {
        break;
      }
    }
    List<?> missed =
        (List<?>)
            Objects.requireNonNull(
                driver.executeScript(
                    """
                    const worked = [...document.querySelectorAll(
                      'a[href], button, input:not([type=hidden]), select, textarea, summary')];
                    const seen = worked.filter(one => one.checkVisibility());
                    const radios = new Set([...window.reached].filter(one => one.type === 'radio')
                      .map(one => one.name));
                    const missed = seen.filter(one => !window.reached.has(one)
                      && !(one.type === 'radio' && radios.has(one.name)));
                    return missed.concat([...window.dull])
                      .map(one => one.outerHTML.slice(0, 120));
                    """));
    return missed.stream().map(String::valueOf).toList();
  }

  /** Keeps a picture of the whole page that is open, for a person to look at. */
  public void picture(Path file) throws IOException {
    Dimension before = driver.manage().window().getSize();
    long height =
        (Long)
            Objects.requireNonNull(
                driver.executeScript("return document.documentElement.scrollHeight"));
    driver.manage().window().setSize(new Dimension(before.getWidth(), (int) height + 200));
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    driver.manage().window().setSize(before);
  }

  /** Forgets who was signed in. */
  public void forget() {
    driver.manage().deleteAllCookies();
  }

  /** What axe objects to on the page that is open: the rule and the first element. */
  @SuppressWarnings("unchecked")
  public List<String> objections() {
    driver.executeScript(axe);
    return (List<String>) Objects.requireNonNull(driver.executeAsyncScript(LOOK));
  }

  /** By how many pixels the page is wider than the window; 0 where nothing must be moved aside. */
  public long overhang() {
    return (Long)
        Objects.requireNonNull(
            driver.executeScript(
                "return Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
  }

  /** Where the browser is. */
  public String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
