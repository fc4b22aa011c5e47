package org.breachledger.pipeline.erasure;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;

/** What a search for a person's words makes of the markup among them. */
enum Markup {
  /** There is none: every character is a word's. */
  NONE,
  /** Words may be cut by it, as where one of them is bold: it is left out. */
  PASSED_OVER,
  /** Words may stand within it, as the names of sheets do. */
  READ;

  /** The characters to search: where there is markup, those written by name or number as meant. */
  Reader words(Reader written) {
    return this == NONE ? written : new Words(written, this == PASSED_OVER);
  }

  private static final class Words extends Reader {

    private static final Map<String, String> NAMED =
        Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    /** The longest that stands between an ampersand and its semicolon. */
    private static final int LONGEST = 8;

    private final Reader written;
    private final boolean passOver;
    private final StringBuilder ready = new StringBuilder();
    private final StringBuilder reference = new StringBuilder();
    private boolean inTag;
    private boolean inReference;

    Words(Reader written, boolean passOver) {
      this.written = written;
      this.passOver = passOver;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      char[] chunk = new char[length];
      while (ready.isEmpty()) {
        int read = written.read(chunk);
        if (read < 0) {
          endReference("");
          if (ready.isEmpty()) {
            return -1;
          }
        }
        for (int at = 0; at < read; at++) {
          take(chunk[at]);
        }
      }
      int given = Math.min(length, ready.length());
      ready.getChars(0, given, into, from);
      ready.delete(0, given);
      return given;
    }

    private void take(char one) {
      if (passOver && (inTag || one == '<')) {
        endReference("");
        inTag = one != '>';
      } else if (one == '&') {
        endReference("");
        inReference = true;
      } else if (!inReference) {
        ready.append(one);
      } else if (one == ';') {
        Optional<String> meant = meant(reference.toString());
        if (meant.isPresent()) {
          ready.append(meant.get());
          reference.setLength(0);
          inReference = false;
        } else {
          endReference(";");
        }
      } else {
        reference.append(one);
        if (reference.length() > LONGEST) {
          endReference("");
        }
      }
    }

    /** What began as a reference and is none is words. */
    private void endReference(String end) {
      if (inReference) {
        ready.append('&').append(reference).append(end);
        reference.setLength(0);
        inReference = false;
      }
    }

    private static Optional<String> meant(String reference) {
      if (!reference.startsWith("#")) {
        return Optional.ofNullable(NAMED.get(reference));
      }
      boolean hexadecimal = reference.startsWith("#x");
      try {
        return Optional.of(
            Character.toString(
                Integer.parseInt(reference.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10)));
      } catch (IllegalArgumentException none) {
        return Optional.empty();
      }
    }

    @Override
    public void close() throws IOException {
      written.close();
    }
  }
}
