package org.breachledger.reporting.jasper;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF finds wrong with a PDF. */
final class Conformance {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Conformance() {}

  /** Each failed check of PDF/UA-1 and PDF/A-2a, in words; empty where both are met. */
  static List<String> failures(byte[] pdf) {
    return Stream.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)
        .flatMap(flavour -> failures(pdf, flavour))
        .toList();
  }

  private static Stream<String> failures(byte[] pdf, PDFAFlavour flavour) {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) {
        return Stream.empty();
      }
      return result.getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .map(one -> flavour + " " + one.getRuleId().getClause() + ": " + one.getMessage());
    } catch (Exception e) {
      throw new IllegalStateException("veraPDF could not judge the PDF", e);
    }
  }
}
