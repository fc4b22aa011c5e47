package org.breachledger.alerting.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.alerting.PaperForm;
import org.breachledger.alerting.Recipient;
import org.breachledger.alerting.mail.MailSettings.RefusedSetting;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;
import org.breachledger.policy.RefusedTable;

/**
 * The installation's {@code recipients.csv}: who stands behind a role, at which school. Addresses
 * are personal: they are no policy, are not kept with the tables in force, and a refusal names the
 * line and never quotes it.
 */
public final class RecipientFile {

  /** Its name in the home. */
  public static final String NAME = "recipients.csv";

  private static final String COLUMNS = "role,school,address,paper,password";

  private RecipientFile() {}

  /**
   * Reads the recipients; none where there is no file.
   *
   * @param roles the codes of the roles messages go to
   * @throws RefusedSetting naming the line and what is allowed
   */
  public static List<Recipient> read(Path file, Collection<String> roles) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    List<Recipient> recipients = new ArrayList<>();
    for (Row row : rows(file)) {
      recipients.add(recipient(row, roles));
    }
    return List.copyOf(recipients);
  }

  /** The addresses of each role that stand for no single school. */
  public static Map<String, List<String>> ofNoSchool(List<Recipient> recipients) {
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    for (Recipient recipient : recipients) {
      if (recipient.school().isEmpty()) {
        addresses
            .computeIfAbsent(recipient.role(), role -> new ArrayList<>())
            .add(recipient.address());
      }
    }
    return addresses;
  }

  private static List<Row> rows(Path file) {
    try {
      String text = Files.readString(file);
      return PolicyTable.read(
              only(text), NAME, Set.of("role", "school", "address"), Set.of("paper", "password"))
          .rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RefusedTable e) {
      throw new RefusedSetting(
          NAME
              + " cannot be used; its first line that is no comment must be "
              + COLUMNS
              + " (the last two may be left out), and every line must have as many cells.");
    }
  }

  private static Recipient recipient(Row row, Collection<String> roles) {
    if (!roles.contains(row.get("role"))) {
      throw refused(row, "the role is unknown; allowed are " + String.join(", ", sorted(roles)));
    }
    String form = row.get("paper");
    if (!form.isEmpty() && PaperForm.find(form).isEmpty()) {
      throw refused(row, "the paper must be one of " + String.join(", ", PaperForm.codes()));
    }
    String password = row.get("password");
    if (!password.isEmpty() && !password.matches("(env|file):\\S.*")) {
      throw refused(row, "the password must be env:NAME or file:PATH, never the password itself");
    }
    return new Recipient(
        row.get("role"),
        row.get("school"),
        MailSettings.checked(NAME + ", line " + row.line() + ", address", row.get("address")),
        PaperForm.find(form),
        password.isEmpty() ? Optional.empty() : Optional.of(password));
  }

  private static List<String> sorted(Collection<String> roles) {
    return roles.stream().sorted().toList();
  }

  private static RefusedSetting refused(Row row, String wrong) {
    return new RefusedSetting(NAME + ", line " + row.line() + ": " + wrong);
  }

  private static PolicySource only(String text) {
    return new PolicySource() {
      @Override
      public Optional<String> find(String name) {
        return Optional.of(text);
      }

      @Override
      public List<String> list(String folder, String ending) {
        return List.of(NAME);
      }
    };
  }
}
