package org.breachledger.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip archive written byte by byte, so that every field of its heads can lie. */
final class RawZip {

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;

  /** One entry; each field is what the archive says, true or not. */
  static final class Entry {
    byte[] localName;
    byte[] centralName;
    byte[] packed;
    int method;
    int flags = 0x800;
    int crc;
    int localPacked;
    int localSize;
    int centralPacked;
    int centralSize;
    int attributes;
    byte[] after = new byte[0];

    /** Where in the archive it begins; less than 0 for where it is written. */
    int offset = -1;

    private Entry(String name, byte[] content, byte[] packed, int method) {
      this.localName = name.getBytes(StandardCharsets.UTF_8);
      this.centralName = localName;
      this.packed = packed;
      this.method = method;
      CRC32 sum = new CRC32();
      sum.update(content);
      this.crc = (int) sum.getValue();
      this.localPacked = packed.length;
      this.centralPacked = packed.length;
      this.localSize = content.length;
      this.centralSize = content.length;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private byte[] before = new byte[0];
  private byte[] comment = new byte[0];
  private byte[] beforeEnd = new byte[0];
  private int countOffset;
  private int directoryOffset;
  private int disk;

  Entry add(String name, byte[] content) {
    return added(new Entry(name, content, deflated(content), 8));
  }

  Entry add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Entry stored(String name, byte[] content) {
    return added(new Entry(name, content, content, 0));
  }

  private Entry added(Entry entry) {
    entries.add(entry);
    return entry;
  }

  Entry get(String name) {
    return entries.stream()
        .filter(entry -> new String(entry.localName, StandardCharsets.UTF_8).equals(name))
        .findFirst()
        .orElseThrow();
  }

  RawZip before(byte[] bytes) {
    before = bytes;
    return this;
  }

  RawZip comment(byte[] bytes) {
    comment = bytes;
    return this;
  }

  RawZip beforeEnd(byte[] bytes) {
    beforeEnd = bytes;
    return this;
  }

  RawZip count(int more) {
    countOffset = more;
    return this;
  }

  RawZip directory(int further) {
    directoryOffset = further;
    return this;
  }

  RawZip disk(int number) {
    disk = number;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      int offset = entry.offset < 0 ? out.size() : entry.offset;
      if (entry.offset < 0) {
        out.writeBytes(local(entry));
      }
      directory.writeBytes(central(entry, offset));
    }
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    out.writeBytes(beforeEnd);
    ByteBuffer end = little(22);
    end.putInt(END).putShort((short) disk).putShort((short) disk);
    end.putShort((short) (entries.size() + countOffset));
    end.putShort((short) (entries.size() + countOffset));
    end.putInt(directory.size()).putInt(start + directoryOffset);
    end.putShort((short) comment.length);
    out.writeBytes(end.array());
    out.writeBytes(comment);
    return out.toByteArray();
  }

  private static byte[] local(Entry entry) {
    ByteBuffer head = little(30 + entry.localName.length);
    head.putInt(LOCAL).putShort((short) 20).putShort((short) entry.flags);
    head.putShort((short) entry.method).putInt(0x58210000).putInt(entry.crc);
    head.putInt(entry.localPacked).putInt(entry.localSize);
    head.putShort((short) entry.localName.length).putShort((short) 0).put(entry.localName);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.array());
    out.writeBytes(entry.packed);
    out.writeBytes(entry.after);
    return out.toByteArray();
  }

  private static byte[] central(Entry entry, int offset) {
    ByteBuffer head = little(46 + entry.centralName.length);
    head.putInt(CENTRAL).putShort((short) 0x314).putShort((short) 20);
    head.putShort((short) entry.flags).putShort((short) entry.method);
    head.putInt(0x58210000).putInt(entry.crc);
    head.putInt(entry.centralPacked).putInt(entry.centralSize);
    head.putShort((short) entry.centralName.length).putShort((short) 0).putShort((short) 0);
    head.putShort((short) 0).putShort((short) 0).putInt(entry.attributes).putInt(offset);
    return head.put(entry.centralName).array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(block, 0, deflater.deflate(block));
    }
    deflater.end();
    return out.toByteArray();
  }
}
