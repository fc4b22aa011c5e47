package org.breachledger.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {

  private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', The passphrase is empty",
    "'            ', The passphrase is empty",
    "elevenchars, The passphrase is too short",
    "ééééééééééé, The passphrase is too short"
  })
  void tooLittleIsRefused(String words, String sentence) {
    assertThatThrownBy(() -> Passphrase.of(words))
        .isInstanceOfSatisfying(
            BackupRefused.class,
            refused -> assertThat(refused.because()).isEqualTo(BackupRefused.Because.SET_UP))
        .hasMessageStartingWith(sentence)
        .hasMessageContaining("at least 12 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"twelve chars", "éééééééééééé", "correct horse battery"})
  void twelveCharactersAreEnough(String words) {
    assertThat(Passphrase.of(words)).hasToString("Passphrase");
  }

  @Test
  void theFilesFirstLineComesBeforeTheSetting() throws Exception {
    Path file = Files.writeString(folder.resolve("words"), "from the file\r\nand more\n");
    Map<String, String> settings = Map.of(Passphrase.SETTING, "from the setting");
    assertThat(key(Passphrase.find(file, settings))).isEqualTo(key(Passphrase.of("from the file")));
    assertThat(key(Passphrase.find(null, settings)))
        .isEqualTo(key(Passphrase.of("from the setting")));
  }

  /** What opens a backup is given, not chosen: it fits or it does not, however short it is. */
  @Test
  void oneThatOpensMayBeShortButNotEmpty() throws Exception {
    Path file = Files.writeString(folder.resolve("short"), "short\n");
    assertThat(Passphrase.findToOpen(file, Map.of())).hasToString("Passphrase");
    assertThat(Passphrase.findToOpen(null, Map.of(Passphrase.SETTING, "short")))
        .hasToString("Passphrase");
    assertThat(key(Passphrase.findToOpen(null, Map.of(Passphrase.SETTING, "from the setting"))))
        .isEqualTo(key(Passphrase.of("from the setting")));
    assertThatThrownBy(() -> Passphrase.findToOpen(null, Map.of(Passphrase.SETTING, " ")))
        .isInstanceOf(BackupRefused.class)
        .hasMessage("The passphrase is empty; give the one the backup was locked with.");
    assertThatThrownBy(() -> Passphrase.findToOpen(null, Map.of()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("--passphrase-file");
  }

  @Test
  void withoutEitherItSaysWhereToPutIt() {
    assertThatThrownBy(() -> Passphrase.find(null, Map.of()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("BREACHLEDGER_PASSPHRASE")
        .hasMessageContaining("--passphrase-file");
  }

  @Test
  void anEmptyFileHoldsNoneAndAMissingOneIsMissing() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> Passphrase.find(empty, Map.of()))
        .hasMessageStartingWith("The passphrase is empty");
    assertThatThrownBy(() -> Passphrase.find(folder.resolve("none"), Map.of()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aMarkOfTheEditorAndTheWayAccentsAreTypedDoNotMatter() throws Exception {
    Path file = Files.writeString(folder.resolve("words"), "\uFEFFcafe\u0301 am Fluss\n");
    assertThat(key(Passphrase.find(file, Map.of())))
        .isEqualTo(key(Passphrase.of("caf\u00e9 am Fluss")));
    assertThat(key(Passphrase.of("Caf\u00e9 am Fluss")))
        .isNotEqualTo(key(Passphrase.of("caf\u00e9 am Fluss")));
  }

  /** Computed by another program: Python's hashlib.pbkdf2_hmac. */
  @Test
  void theKeyIsTheOneEverybodyComputes() {
    assertThat(HexFormat.of().formatHex(Passphrase.of("quiet amber lantern").stretched(SALT, 1000)))
        .isEqualTo(
            "8fac4ee119911dbfab21abcc5f13427d03368c7389706b8f33de9a0e50641f2a"
                + "b620442bc141641893b07af8965269e167cf57225c9fa55b495e1534b63d52c4");
  }

  private static byte[] key(Passphrase passphrase) {
    return passphrase.stretched(SALT, 10);
  }
}
