package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.demo.Demo;
import org.breachledger.pipeline.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the whole line at work on a fictional trust. */
@Command(
    name = "demo",
    description = "import a fictional trust, run every job, print where everything is, then serve")
final class DemoCommand implements Callable<Integer> {

  private static final String MARKER = "this-is-a-demo";

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(names = "--exit", description = "end when everything is made instead of serving")
  private boolean exit;

  @Override
  public Integer call() throws Exception {
    Home home = door.home();
    refuseOther(home);
    home.prepare();
    Path marker = home.folder().resolve(MARKER);
    Files.writeString(marker, "A fictional trust lives here. Delete the folder at will.\n");
    Installation installation = Installation.open(home, door.jobs(), !exit, false);
    boolean stays = false;
    try {
      if (!installation.get(Demo.class).isAlone()) {
        throw new WrongUsage(
            "the database holds the record of a trust, and a demo never touches that; take away"
                + " SPRING_DATASOURCE_URL, or name a database without a record");
      }
      Demo.Outcome outcome = installation.get(Demo.class).run(home);
      List<String> messages = new ArrayList<>(outcome.messages());
      messages.add(
          exit
              ? "To look at the pages: demo without --exit."
              : "The pages: http://localhost:" + installation.port());
      new Answer("demo", outcome.status(), outcome.outputs(), messages).print(door.json());
      if (exit) {
        return outcome.complete() ? ExitCode.DONE : ExitCode.REFUSED;
      }
      stays = true;
    } finally {
      if (!stays) {
        installation.close();
      }
    }
    Serving.untilStopped(installation);
    return ExitCode.DONE;
  }

  private static void refuseOther(Home home) throws IOException {
    Path folder = home.folder();
    if (!Files.isDirectory(folder) || Files.exists(folder.resolve(MARKER))) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new WrongUsage(
            folder
                + " holds something else than a demo, and a demo never touches that; name an empty"
                + " folder with --home");
      }
    }
  }
}
