package org.breachledger.intake.excel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.breachledger.intake.Grid;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.Refused;
import org.breachledger.intake.RefusedFile;

/**
 * The process in which workbooks of the old kind are read: it takes paths from its standard input,
 * one after another, and gives each workbook's rows, or its refusal, to its standard output. It
 * ends with its parent, when nothing was asked for a while, and when a workbook takes too long.
 */
public final class OldWorkbookWorker {

  static final byte READY = 'Y';
  static final byte BLOCK = 'B';
  static final byte WHOLE = 'W';
  static final byte REFUSED = 'R';

  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final int OUTPUT = 1 << 16;

  private volatile long lastAsked = System.nanoTime();

  private OldWorkbookWorker() {}

  /** Works until its standard input ends. */
  public static void main(String[] arguments) throws IOException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    new OldWorkbookWorker()
        .work(
            new DataInputStream(new BufferedInputStream(System.in)),
            new DataOutputStream(new BufferedOutputStream(out, OUTPUT)));
  }

  private void work(DataInputStream in, DataOutputStream out) throws IOException {
    Thread watch = new Thread(this::watch, "watch");
    watch.setDaemon(true);
    watch.start();
    out.writeByte(READY);
    out.flush();
    while (true) {
      String path;
      try {
        path = in.readUTF();
      } catch (IOException e) {
        return;
      }
      lastAsked = System.nanoTime();
      answer(path, out);
      out.flush();
    }
  }

  /** A parent that was killed cannot end its child. */
  private void watch() {
    try {
      while (System.nanoTime() - lastAsked < IDLE.toNanos()) {
        Thread.sleep(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  private static void answer(String path, DataOutputStream out) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      try (Grid grid = Ole2Container.open(Path.of(path))) {
        DeflaterOutputStream packed = new DeflaterOutputStream(new Blocks(out), deflater, OUTPUT);
        DataOutputStream frames = new DataOutputStream(new BufferedOutputStream(packed, OUTPUT));
        GridFrames.write(grid, frames);
        frames.close();
      }
      out.writeByte(WHOLE);
    } catch (RefusedFile e) {
      refuse(e.refused(), out);
    } catch (RuntimeException | StackOverflowError e) {
      refuse(Refusal.BROKEN.said(), out);
    } finally {
      deflater.end();
    }
  }

  private static void refuse(Refused refused, DataOutputStream out) throws IOException {
    out.writeByte(REFUSED);
    out.writeUTF(refused.why().name());
    out.writeUTF(refused.sentence());
  }

  /** Gives its bytes on in blocks, each with its length before it. */
  private static final class Blocks extends OutputStream {

    private final DataOutputStream out;

    private Blocks(DataOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.writeByte(BLOCK);
      out.writeInt(length);
      out.write(bytes, offset, length);
    }
  }
}
