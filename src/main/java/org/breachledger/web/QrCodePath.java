package org.breachledger.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG: one unit a module, with the four light modules around it that
 * readers need.
 *
 * @param side of the whole, in units
 * @param path the dark modules
 */
record QrCodePath(int side, String path) {

  private static final int QUIET = 4;

  static QrCodePath of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return new QrCodePath(code.size + 2 * QUIET, path.toString());
  }
}
