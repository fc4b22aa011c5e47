package org.breachledger.pipeline.erasure;

/**
 * What is left to do after a destruction or redaction that is stored; the program tries it again.
 *
 * @param files that could not be removed yet
 * @param swept whether files could be looked for at all
 * @param judged whether what stays was judged anew
 */
public record Outstanding(int files, boolean swept, boolean judged) {

  /** Whether all is done. */
  public boolean nothing() {
    return files == 0 && swept && judged;
  }
}
