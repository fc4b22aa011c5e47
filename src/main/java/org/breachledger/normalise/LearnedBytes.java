package org.breachledger.normalise;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** How a learned version is stored: the same content is always the same bytes. */
final class LearnedBytes {

  /** Raise it whenever words are hashed or similarity is reckoned in another way. */
  private static final int FORM = 1;

  private LearnedBytes() {}

  static byte[] write(LearningSettings settings, boolean proven, List<LearnedExample> examples) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORM);
      out.writeInt(settings.fewestExamples());
      out.writeInt(settings.fewestOfAType());
      out.writeInt(settings.fewestWithAWord());
      out.writeInt(settings.neighbours());
      out.writeDouble(settings.share());
      out.writeInt(settings.provenAnswers());
      out.writeDouble(settings.provenShare());
      out.writeBoolean(proven);
      out.writeInt(examples.size());
      for (LearnedExample example : examples) {
        out.writeLong(example.incident());
        out.writeUTF(example.type());
        out.writeUTF(example.subType());
        out.writeInt(example.hashes().length);
        for (int hash : example.hashes()) {
          out.writeInt(hash);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static LearnedTypes read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != FORM) {
        throw new IllegalArgumentException(
            "these learned types are of another version of the program; learn them again");
      }
      LearningSettings settings =
          new LearningSettings(
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readDouble(),
              in.readInt(),
              in.readDouble());
      boolean proven = in.readBoolean();
      int size = in.readInt();
      List<LearnedExample> examples = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        examples.add(new LearnedExample(in.readLong(), in.readUTF(), in.readUTF(), hashes(in)));
      }
      return new LearnedTypes(settings, proven, examples);
    } catch (IOException e) {
      throw new IllegalArgumentException("these are no learned types; learn them again", e);
    }
  }

  private static int[] hashes(DataInputStream in) throws IOException {
    int[] hashes = new int[in.readInt()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readInt();
    }
    return hashes;
  }
}
