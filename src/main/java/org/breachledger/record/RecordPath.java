package org.breachledger.record;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.breachledger.incident.Sha256;

/**
 * The way from one leaf of a {@link RecordTree} to its root, by the inclusion proof of RFC 6962
 * 2.1.1: what stands beside it on each level.
 *
 * @param place of the leaf, from 0
 * @param leaves how many the tree has
 * @param beside from the leaf upwards
 */
public record RecordPath(long place, long leaves, List<byte[]> beside) {

  /** Copies the list; the leaf must be one of the tree. */
  public RecordPath {
    if (place < 0 || place >= leaves) {
      throw new IllegalArgumentException("leaf " + place + " of " + leaves);
    }
    beside = List.copyOf(beside);
  }

  /** The way of one leaf among the hashes of all. */
  public static RecordPath of(List<byte[]> hashes, int place) {
    List<byte[]> beside = new ArrayList<>();
    collect(hashes, place, beside);
    return new RecordPath(place, hashes.size(), beside);
  }

  /** The root it leads to from the hash of the leaf, in lower-case hex. */
  public String root(byte[] leaf) {
    MessageDigest sha256 = Sha256.fresh();
    byte[] node = leaf;
    long at = place;
    long last = leaves - 1;
    for (byte[] other : beside) {
      if ((at & 1) == 1 || at == last) {
        node = RecordTree.above(sha256, other, node);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        node = RecordTree.above(sha256, node, other);
      }
      at >>= 1;
      last >>= 1;
    }
    return HexFormat.of().formatHex(node);
  }

  private static void collect(List<byte[]> hashes, int place, List<byte[]> beside) {
    if (hashes.size() == 1) {
      return;
    }
    int left = Integer.highestOneBit(hashes.size() - 1);
    List<byte[]> lower = hashes.subList(0, left);
    List<byte[]> upper = hashes.subList(left, hashes.size());
    if (place < left) {
      collect(lower, place, beside);
      beside.add(root(upper));
    } else {
      collect(upper, place - left, beside);
      beside.add(root(lower));
    }
  }

  private static byte[] root(List<byte[]> hashes) {
    if (hashes.size() == 1) {
      return hashes.get(0);
    }
    int left = Integer.highestOneBit(hashes.size() - 1);
    return RecordTree.above(
        Sha256.fresh(), root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
  }
}
