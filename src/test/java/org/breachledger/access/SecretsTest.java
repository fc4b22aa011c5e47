package org.breachledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of secrets, and how they are written for people. */
class SecretsTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SECRET = "the secret of a phone".getBytes(StandardCharsets.UTF_8);

  /** RFC 4648, section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void lettersOfBytes(String text, String letters) {
    assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(letters);
  }

  @Test
  void everyByteHasItsLetters() {
    byte[] high = {(byte) 0xff, (byte) 0x80, 0, 0x7f, (byte) 0xfe};
    assertThat(Base32.of(high)).isEqualTo("76AAA776");
  }

  @ParameterizedTest
  @CsvSource({"ABCDEFGH, ABCD EFGH", "ABCDE, ABCD E", "ABC, ABC", "'', ''"})
  void groupsOfFour(String text, String grouped) {
    assertThat(Base32.grouped(text, " ")).isEqualTo(grouped);
  }

  @Test
  void tenRecoveryCodesAllDifferent() {
    List<String> codes = RecoveryCodes.fresh(RANDOM);

    assertThat(codes).hasSize(10).allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
    assertThat(new HashSet<>(codes)).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"K3DF-2NQA-WE7T-PL5M", "k3df2nqawe7tpl5m", " K3DF 2NQA we7t PL5M "})
  void aRecoveryCodeIsKnownHoweverItIsTyped(String typed) {
    assertThat(RecoveryCodes.hash(7, typed))
        .matches("[0-9a-f]{64}")
        .isEqualTo(RecoveryCodes.hash(7, "K3DF-2NQA-WE7T-PL5M"))
        .isNotEqualTo(RecoveryCodes.hash(8, typed));
  }

  @Test
  void aLinkIsLongAndItsHashTellsNothing() {
    LinkToken token = LinkToken.fresh(RANDOM);

    assertThat(token.word()).matches("[A-Za-z0-9_-]{43}");
    assertThat(token).hasToString("LinkToken").isNotEqualTo(LinkToken.fresh(RANDOM));
    assertThat(new LinkToken("abc").hash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void whatIsSealedOpensForItsOwnerOnly() {
    SecretSeal seal = new SecretSeal(KEY);
    byte[] sealed = seal.seal(SECRET, "account 1");

    assertThat(seal.open(sealed, "account 1").orElseThrow()).isEqualTo(SECRET);
    assertThat(seal.open(sealed, "account 2")).isEmpty();
    assertThat(new SecretSeal(new byte[SecretSeal.KEY_BYTES]).open(sealed, "account 1")).isEmpty();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void theSameSecretIsSealedDifferentlyEachTime() {
    SecretSeal seal = new SecretSeal(KEY);
    assertThat(seal.seal(SECRET, "a")).isNotEqualTo(seal.seal(SECRET, "a"));
  }

  @Test
  void whatWasTouchedDoesNotOpen() {
    SecretSeal seal = new SecretSeal(KEY);
    byte[] sealed = seal.seal(SECRET, "a");
    sealed[sealed.length - 1] ^= 1;

    assertThat(seal.open(sealed, "a")).isEmpty();
    assertThat(seal.open(new byte[3], "a")).isEmpty();
    assertThat(seal.open(new byte[0], "a")).isEmpty();
    assertThatThrownBy(() -> new SecretSeal(new byte[16])).hasMessage("A key has 32 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "head@example.org, head@example.org",
    "' Head.One@Example.ORG ', head.one@example.org",
    "o'neill+school@mail.example.co.uk, o'neill+school@mail.example.co.uk"
  })
  void mailAddresses(String typed, String address) {
    assertThat(MailAddress.parse(typed)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "head",
        "head@",
        "@example.org",
        "head@example",
        "two words@example.org",
        "a@b@example.org",
        "head@example.org,other@example.org",
        "Head <head@example.org>",
        "head@example.org\r\nBcc: other@example.org"
      })
  void noMailAddresses(String typed) {
    assertThat(MailAddress.parse(typed)).isEmpty();
  }

  @Test
  void lettersHoldTheLinkOnALineOfItsOwnAndNobodysName() {
    for (LinkKind kind : LinkKind.values()) {
      AccountLetter letter =
          AccountLetter.compose(
              kind,
              "Hazel Trust",
              "https://log.example.org/choose-password/abc",
              "1 Jul 2026, 03:00");
      assertThat(letter.body())
          .contains("\nhttps://log.example.org/choose-password/abc\n", "Hazel Trust", "works once")
          .contains("until 1 Jul 2026, 03:00.")
          .endsWith(".\n");
      assertThat(letter.subject()).contains("Breachledger").doesNotContain("\n");
    }
    assertThat(AccountLetter.compose(LinkKind.RESET, "", "x", "y").body()).contains("your trust");
  }

  @Test
  void anInvitationLastsLongerThanAReset() {
    assertThat(LinkKind.INVITATION.lasts()).hasHours(72);
    assertThat(LinkKind.RESET.lasts()).hasHours(1);
  }
}
