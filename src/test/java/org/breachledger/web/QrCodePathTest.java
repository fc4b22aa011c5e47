package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn reads back, with a reader that is not the writer. */
class QrCodePathTest {

  private static final int SCALE = 8;
  private static final int WHITE = 0xffffff;
  private static final Pattern MODULE = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otpauth://totp/Breachledger:dpo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            + "&issuer=Breachledger&algorithm=SHA1&digits=6&period=30",
        "x"
      })
  void theCodeReadsBack(String text) throws Exception {
    QrCodePath code = QrCodePath.of(text);
    int side = code.side() * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, WHITE);
    Matcher module = MODULE.matcher(code.path());
    while (module.find()) {
      fill(pixels, side, Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)));
    }

    assertThat(MODULE.matcher(code.path()).replaceAll("")).isEmpty();
    assertThat(
            new QRCodeReader()
                .decode(
                    new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText())
        .isEqualTo(text);
  }

  private static void fill(int[] pixels, int side, int x, int y) {
    for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
      Arrays.fill(pixels, row * side + x * SCALE, row * side + (x + 1) * SCALE, 0);
    }
  }
}
