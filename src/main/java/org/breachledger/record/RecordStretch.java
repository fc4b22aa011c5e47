package org.breachledger.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.breachledger.incident.Sha256;

/**
 * Some records of one kind that an audit entry holds, packed: an import brings thousands at once.
 *
 * <p>A record's leaf is its kind, a colon, the number of its incident, what stands beside it and
 * its sealed content, so that nobody can pass one incident's record off as another's. Without its
 * salt a content cannot be found out by trying, and the leaf stays what it was.
 */
public final class RecordStretch {

  /** Length of a salt in bytes. */
  public static final int SALT = 16;

  private static final int CONTENT = 32;

  private final byte[] kind;
  private final Long[] incidents;
  private final Long[] beside;
  private final byte[] contents;

  /**
   * A stretch.
   *
   * @param part what of an incident they say: {@code facts}, {@code recorded}, {@code past}, {@code
   *     gone}, {@code removed}
   * @param incidents their numbers
   * @param beside the school's number, or that of the version in the history; else 0
   * @param contents SHA-256 over salt and content, 32 bytes a record
   */
  public RecordStretch(String part, Long[] incidents, Long[] beside, byte[] contents) {
    this.kind = (part + ":").getBytes(StandardCharsets.US_ASCII);
    this.incidents = incidents.clone();
    this.beside = beside.clone();
    this.contents = contents.clone();
  }

  /** The leaf of a record, before it is hashed. */
  public byte[] leaf(int place) {
    return ByteBuffer.allocate(kind.length + 2 * Long.BYTES + CONTENT)
        .put(kind)
        .putLong(incidents[place])
        .putLong(beside[place])
        .put(contents, place * CONTENT, CONTENT)
        .array();
  }

  /** Hands every leaf on in turn. */
  public void each(Consumer<byte[]> reader) {
    for (int place = 0; place < incidents.length; place++) {
      reader.accept(leaf(place));
    }
  }

  /** Whether a content is the one that was sealed with this salt. */
  public boolean sealed(int place, byte[] salt, String content) {
    var sha256 = Sha256.fresh();
    sha256.update(salt);
    byte[] hash = sha256.digest(content.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).equals(ByteBuffer.wrap(contents, place * CONTENT, CONTENT));
  }
}
