package org.breachledger.alerting.mail;

/**
 * The mail server of the installation.
 *
 * @param username empty where the server asks for none
 * @param password empty where the server asks for none
 * @param startTls whether the connection must be encrypted before anything is said; port 465 is
 *     encrypted from the start
 */
public record SmtpServer(
    String host, int port, String username, String password, boolean startTls) {

  /** The port on which a connection is encrypted from its first byte. */
  static final int IMPLICIT_TLS = 465;

  /** Names host and port only. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
