package org.breachledger.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.breachledger.access.Account;
import org.breachledger.access.AccountChange;
import org.breachledger.access.AccountLetter;
import org.breachledger.access.LinkKind;
import org.breachledger.access.store.AccountLinks;
import org.breachledger.access.store.AccountStore;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.AlertMessage;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.Channel.Undelivered;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.pipeline.database.CurrentTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends the links by which people choose their passwords, and tells owners what was changed about
 * their accounts, through the installation's mail server. They leave at once and stand in no
 * outbox: a link that is kept could be used by whoever reads the record or its backup.
 */
final class AccountPost implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AccountPost.class);

  /** Whoever asks for link after link gets one mail in this time. */
  private static final Duration BETWEEN = Duration.ofMinutes(5);

  private static final int WAITING = 200;

  private final Optional<Channel> mail;
  private final AddressBook addresses;
  private final AccountStore accounts;
  private final AccountLinks links;
  private final JdbcClient jdbc;
  private final Reading reading;
  private final CurrentTrust trust;
  private final Clock clock;
  private final ThreadPoolExecutor background =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          AccountPost::daemon,
          (work, full) -> LOG.warn("too many people ask for new passwords at once; one was left"));

  /**
   * A post.
   *
   * @param mail empty where no mail server is set
   */
  AccountPost(
      Optional<Channel> mail,
      AddressBook addresses,
      AccountStore accounts,
      AccountLinks links,
      JdbcClient jdbc,
      Reading reading,
      CurrentTrust trust,
      Clock clock) {
    this.mail = mail;
    this.addresses = addresses;
    this.accounts = accounts;
    this.links = links;
    this.jdbc = jdbc;
    this.reading = reading;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * What became of a link.
   *
   * @param sentence for whoever sent it
   * @param path of the link's page, to be handed on; empty where the mail left
   */
  record Sent(String sentence, String path) {}

  /**
   * Whether links leave by mail: where a mail server is set, and the address of the pages. That is
   * never taken from a request, whose sender could name a place of his own.
   */
  boolean sends() {
    return mail.isPresent() && !addresses.pages().isEmpty();
  }

  /** The address of the pages; empty where none is set. */
  Optional<String> root() {
    return Optional.of(addresses.pages()).filter(pages -> !pages.isEmpty());
  }

  /** Makes a link and mails it; where it does not leave, it is handed back this once. */
  Sent send(Account account, LinkKind kind, String by) {
    AccountLinks.Made made = links.make(account, kind, by);
    String path = LinkPages.PAGE + "/" + made.token().word();
    String until = Shown.moment(made.until());
    String handOn = " Hand the link below to the person yourself. It works once, until " + until;
    if (account.email() == null) {
      return new Sent("No mail address is known for this account." + handOn + ".", path);
    }
    if (!sends()) {
      return new Sent("No mail server and address of the pages are set." + handOn + ".", path);
    }
    try {
      deliver(account, made);
      return new Sent("The link is on its way by mail. It works once, until " + until + ".", "");
    } catch (Undelivered e) {
      return new Sent(e.getMessage() + handOn + ".", path);
    }
  }

  /**
   * Sends a link to whoever forgot the password, if there is such an account. All of it happens
   * later, so that the answer takes as long where there is none.
   */
  void forgotten(String typed) {
    if (sends()) {
      int here = trust.get();
      background.execute(() -> trust.within(here, () -> sendIfKnown(typed)));
    }
  }

  /**
   * Tells the owner of an account what was changed about it, some moments later; nobody where no
   * mail leaves or no address is known.
   *
   * @param account as it was before the change, with the address the letter goes to
   */
  void tell(Account account, AccountChange change) {
    if (mail.isPresent() && account.email() != null) {
      int here = trust.get();
      background.execute(() -> trust.within(here, () -> told(account, change)));
    }
  }

  private boolean told(Account account, AccountChange change) {
    try {
      post(account, AccountLetter.told(change, trustName(), Shown.moment(clock.instant())));
      return true;
    } catch (Undelivered e) {
      LOG.warn("an owner was not told of a changed account: {}", e.getMessage());
    } catch (RuntimeException e) {
      // The message may name the account.
      LOG.error("an owner was not told of a change: {}", e.getClass().getSimpleName());
    }
    return false;
  }

  private boolean sendIfKnown(String typed) {
    try {
      Optional<Account> account =
          accounts
              .find(typed)
              .filter(one -> !one.disabled() && one.email() != null)
              .filter(one -> !links.madeWithin(one, BETWEEN));
      if (account.isPresent()) {
        deliver(account.get(), links.make(account.get(), LinkKind.RESET, "breachledger"));
      }
      return account.isPresent();
    } catch (Undelivered e) {
      LOG.warn("a link for a new password did not leave: {}", e.getMessage());
    } catch (RuntimeException e) {
      // The message may name what was typed.
      LOG.error("a link for a new password was not made: {}", e.getClass().getSimpleName());
    }
    return false;
  }

  private void deliver(Account account, AccountLinks.Made made) throws Undelivered {
    post(
        account,
        AccountLetter.compose(
            made.kind(),
            trustName(),
            addresses.pages() + LinkPages.PAGE + "/" + made.token().word(),
            Shown.moment(made.until())));
  }

  private String trustName() {
    return reading.read(
        () ->
            jdbc.sql("select name from trust where trust_id = current_trust()")
                .query(String.class)
                .single());
  }

  private void post(Account account, AccountLetter letter) throws Undelivered {
    mail.orElseThrow()
        .deliver(
            new OutboxMessage(
                "account." + UUID.randomUUID() + "@" + addresses.domain(),
                OutboxMessage.NO_ALERT,
                "account",
                1,
                String.valueOf(account.email()),
                new AlertMessage(letter.subject(), letter.body()),
                "account",
                Optional.empty(),
                clock.instant(),
                0));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "account-post");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
