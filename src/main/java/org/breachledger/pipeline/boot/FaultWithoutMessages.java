package org.breachledger.pipeline.boot;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;

/**
 * Writes a fault as its kinds and the places it came through, without any message: a message may
 * quote what was read from a cell.
 */
public final class FaultWithoutMessages extends ThrowableHandlingConverter {

  private static final int FRAMES = 15;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    for (@Nullable IThrowableProxy fault = event.getThrowableProxy();
        fault != null;
        fault = fault.getCause()) {
      text.append("  ").append(fault.getClassName()).append(System.lineSeparator());
      int frames = Math.min(FRAMES, fault.getStackTraceElementProxyArray().length);
      for (int i = 0; i < frames; i++) {
        text.append("    ")
            .append(fault.getStackTraceElementProxyArray()[i].getSTEAsString())
            .append(System.lineSeparator());
      }
    }
    return text.toString();
  }
}
