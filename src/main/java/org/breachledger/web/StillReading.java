package org.breachledger.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Files of others are being read; the one asked for waits, and is read when it is asked for again.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
final class StillReading extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
