package org.breachledger.alerting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a paper reaches its reader. */
public enum PaperForm {
  /** It waits behind the sign-in, and the message says where. */
  LINK,
  /** It travels with the message. */
  ATTACHMENT,
  /** It travels with the message and opens with the recipient's password. */
  PROTECTED;

  /** The word in the tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form of that word; empty where there is none. */
  public static Optional<PaperForm> find(String code) {
    return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
  }

  /** All words, as a refusal lists them. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(PaperForm::code).toList();
  }
}
