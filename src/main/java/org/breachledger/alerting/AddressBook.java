package org.breachledger.alerting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The addresses messages go to and come from: settings of the installation, not of the policy.
 *
 * @param sender the address messages come from
 * @param pages the address of the pages, such as {@code https://log.example.org}; empty where the
 *     installation names none
 * @param byRole the addresses of each role
 */
public record AddressBook(String sender, String pages, Map<String, List<String>> byRole) {

  /** The ending of addresses that stand for one still to be set (RFC 2606). */
  public static final String RESERVED = ".invalid";

  /** Copies the addresses; a slash at the end of the pages' address is dropped. */
  public AddressBook {
    pages = pages.endsWith("/") ? pages.substring(0, pages.length() - 1) : pages;
    byRole = Map.copyOf(byRole);
  }

  /**
   * The addresses of a role, never none: where the installation names none, a reserved one that no
   * server delivers to.
   */
  public List<String> of(String role) {
    List<String> named = byRole.getOrDefault(role, List.of());
    return named.isEmpty() ? List.of(role + "@trust" + RESERVED) : named;
  }

  /** The same with more addresses of roles; one that is there already is not added. */
  public AddressBook and(Map<String, List<String>> more) {
    Map<String, List<String>> all = new HashMap<>(byRole);
    more.forEach(
        (role, addresses) ->
            all.merge(
                role,
                addresses,
                (one, other) -> Stream.concat(one.stream(), other.stream()).distinct().toList()));
    return new AddressBook(sender, pages, all);
  }

  /** The part of the sender's address behind the at sign: the right side of every Message-ID. */
  public String domain() {
    return sender.substring(sender.lastIndexOf('@') + 1);
  }

  /** Whether an address stands for one still to be set. */
  public static boolean placeholder(String address) {
    return address.endsWith(RESERVED);
  }
}
