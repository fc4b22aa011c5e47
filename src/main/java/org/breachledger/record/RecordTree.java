package org.breachledger.record;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import org.breachledger.incident.Sha256;

/**
 * The hash tree of RFC 6962 over the records of one audit entry: leaves are hashed behind a byte 0,
 * what stands above two others behind a byte 1, so that neither can pass for the other.
 *
 * <p>Takes leaves one after the other and keeps only the whole subtrees they make up.
 */
public final class RecordTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256 = Sha256.fresh();

  /** Whole subtrees, the last and smallest on top: one for each bit set in the size. */
  private final Deque<byte[]> subtrees = new ArrayDeque<>();

  private long size;

  /** Adds a leaf and gives its hash. */
  public byte[] add(byte[] leaf) {
    sha256.update(LEAF);
    byte[] hash = sha256.digest(leaf);
    byte[] node = hash;
    for (long below = size; (below & 1) == 1; below >>= 1) {
      node = above(subtrees.pop(), node);
    }
    subtrees.push(node);
    size++;
    return hash;
  }

  /** How many leaves it has. */
  public long size() {
    return size;
  }

  /** Its root in lower-case hex; empty without leaves. */
  public String root() {
    Iterator<byte[]> smallestFirst = subtrees.iterator();
    if (!smallestFirst.hasNext()) {
      return "";
    }
    byte[] node = smallestFirst.next();
    while (smallestFirst.hasNext()) {
      node = above(smallestFirst.next(), node);
    }
    return HexFormat.of().formatHex(node);
  }

  private byte[] above(byte[] left, byte[] right) {
    return above(sha256, left, right);
  }

  static byte[] above(MessageDigest sha256, byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }
}
