package bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A web application of one page that checks its database with Flyway, and nothing more. */
@SpringBootApplication
@RestController
public class BareWeb {

  /** Serves until it is stopped. */
  public static void main(String... arguments) {
    SpringApplication.run(BareWeb.class, arguments);
  }

  @GetMapping("/sign-in")
  String page() {
    return "<!doctype html><title>Bare</title><p>Here.";
  }
}
