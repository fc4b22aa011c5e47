package org.breachledger.web;

import java.nio.file.Files;
import java.nio.file.Path;
import org.breachledger.alerting.Pack;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files that are taken away: papers, packs of alerts, and rows that came back. */
@Page
class TakenAway {

  private final Path home;
  private final ImportQueries imports;
  private final PaperQueries papers;
  private final AlertQueries alerts;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;

  TakenAway(
      @Value("${breachledger.home}") Path home,
      ImportQueries imports,
      PaperQueries papers,
      AlertQueries alerts,
      AuditTrail audit,
      TransactionTemplate transactions) {
    this.home = home.toAbsolutePath().normalize();
    this.imports = imports;
    this.papers = papers;
    this.alerts = alerts;
    this.audit = audit;
    this.transactions = transactions;
  }

  @GetMapping("/papers/{id}")
  ResponseEntity<byte[]> paper(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
    return pdf(papers.find(me, id).orElseThrow(NotThere::new));
  }

  @GetMapping("/alerts/{id}/pack")
  ResponseEntity<byte[]> pack(@PathVariable long id) {
    return pdf(alerts.pack(id).orElseThrow(NotThere::new));
  }

  @GetMapping("/imports/{id}/returns")
  ResponseEntity<Resource> returns(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
    Path file = home.resolve(imports.returnsFile(id).orElseThrow(NotThere::new)).normalize();
    if (!file.startsWith(home) || !Files.isRegularFile(file)) {
      throw new NotThere();
    }
    // The sender's own columns may name people, reporters too.
    transactions.executeWithoutResult(
        status ->
            audit.append(me.getUsername(), "give-returns", "import " + id, AuditDetails.none()));
    String written = file.getFileName().toString();
    String ending = written.substring(Math.max(0, written.lastIndexOf('.')));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, saved("import-" + id + "-returns" + ending))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(new FileSystemResource(file));
  }

  private static ResponseEntity<byte[]> pdf(Pack file) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, saved(file.fileName()))
        .contentType(MediaType.APPLICATION_PDF)
        .body(file.pdf());
  }

  private static String saved(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
  }
}
