package org.breachledger.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A job or an import is at work on the incidents for so long that what was sent is not taken. */
@ResponseStatus(HttpStatus.CONFLICT)
final class AtWork extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
