package org.breachledger.web;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breachledger.casework.ScoreCorrection;
import org.breachledger.incident.Field;
import org.breachledger.intake.Mapping;
import org.breachledger.web.WaitingUpload.About;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where logs are uploaded, looked at and confirmed. */
@Page
class UploadPages {

  private static final Logger LOG = LoggerFactory.getLogger(UploadPages.class);

  static final String UPLOAD = "/imports/new";

  private static final String PROBLEM = "problem";
  private static final int LONGEST_PERIOD = 60;

  private final WaitingUploads uploads;
  private final UploadDesk desk;
  private final ImportQueries imports;
  private final GapQueries gaps;
  private final SchoolQueries schools;

  UploadPages(
      WaitingUploads uploads,
      UploadDesk desk,
      ImportQueries imports,
      GapQueries gaps,
      SchoolQueries schools) {
    this.gaps = gaps;
    this.uploads = uploads;
    this.desk = desk;
    this.imports = imports;
    this.schools = schools;
  }

  @GetMapping(UPLOAD)
  String ask(@RequestParam Optional<String> large, Model model) {
    if (large.isPresent()) {
      model.addAttribute(PROBLEM, UploadLimits.tooLarge());
    }
    model.addAttribute("schools", schools.names());
    model.addAttribute("most", UploadLimits.FILES);
    model.addAttribute("largest", UploadLimits.megabytes(UploadLimits.FILE));
    return "import-new";
  }

  @PostMapping(UPLOAD)
  String upload(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) List<MultipartFile> files,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      RedirectAttributes answer) {
    List<MultipartFile> sent =
        Optional.ofNullable(files).orElse(List.of()).stream().filter(UploadPages::chosen).toList();
    Optional<String> wrong = UploadLimits.wrong(sent).or(() -> wrong(school, from, to));
    if (wrong.isPresent()) {
      answer.addFlashAttribute(PROBLEM, wrong.get());
      answer.addFlashAttribute("school", school);
      answer.addFlashAttribute("from", from);
      answer.addFlashAttribute("to", to);
      return "redirect:" + UPLOAD;
    }
    About said = new About(me.trustId(), me.userId(), "", school, from, to, List.of(), Map.of());
    try {
      return "redirect:/imports/waiting/" + uploads.keep(said, sent);
    } catch (IOException e) {
      throw WaitingUploads.nameless(e);
    }
  }

  /** A form without a chosen file sends one without name and bytes. */
  private static boolean chosen(MultipartFile file) {
    return !file.isEmpty() || !Optional.ofNullable(file.getOriginalFilename()).orElse("").isEmpty();
  }

  private Optional<String> wrong(String school, String from, String to) {
    if (!school.isEmpty() && !schools.names().contains(school)) {
      return Optional.of("Choose a school of the list, or leave it to the rows");
    }
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    try {
      YearMonth first = YearMonth.parse(from);
      YearMonth last = YearMonth.parse(to);
      return first.isAfter(last) || first.plusMonths(LONGEST_PERIOD).isBefore(last)
          ? Optional.of("The first month must not lie after the last, nor five years before it")
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("Enter both months such as 2026-01, or leave both empty");
    }
  }

  @GetMapping("/imports/waiting/{token}")
  String preview(@AuthenticationPrincipal SignedIn me, @PathVariable String token, Model model) {
    WaitingUpload upload = uploads.find(token, me).orElseThrow(NotThere::new);
    List<PreviewPage.OneFile> files = desk.preview(upload, me);
    model.addAttribute("token", token);
    model.addAttribute("files", files);
    model.addAttribute(
        "takes", files.stream().filter(file -> file.status().equals("previewed")).count());
    model.addAttribute("fields", fields());
    model.addAttribute("about", upload.about());
    model.addAttribute("until", Shown.moment(upload.about().came().plus(WaitingUploads.LONGEST)));
    return "import-preview";
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      if (!ScoreCorrection.FIELDS.contains(field)) {
        fields.put(field.code(), FieldWords.title(field));
      }
    }
    fields.put(Mapping.IGNORE, "No field: keep it with the row");
    return fields;
  }

  /** What a person says of the headings; the preview is then made anew. */
  @PostMapping("/imports/waiting/{token}/columns")
  String columns(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String token,
      @RequestParam(defaultValue = "") List<String> heading,
      @RequestParam(defaultValue = "") List<String> field,
      RedirectAttributes answer) {
    WaitingUpload upload = uploads.find(token, me).orElseThrow(NotThere::new);
    Map<String, String> said = new LinkedHashMap<>(upload.about().said());
    for (int i = 0; i < Math.min(heading.size(), field.size()); i++) {
      if (Mapping.knows(field.get(i))) {
        said.put(heading.get(i), field.get(i));
      }
    }
    try {
      uploads.correct(upload, said);
    } catch (NoSuchFileException gone) {
      throw new NotThere();
    } catch (IOException e) {
      throw WaitingUploads.nameless(e);
    }
    answer.addFlashAttribute("taken", "The columns are read as you said; look at the rows again.");
    return "redirect:/imports/waiting/" + token;
  }

  @PostMapping("/imports/waiting/{token}/cancel")
  String cancel(
      @AuthenticationPrincipal SignedIn me, @PathVariable String token, RedirectAttributes answer) {
    uploads.find(token, me).flatMap(uploads::claim).ifPresent(this::remove);
    answer.addFlashAttribute("taken", "The upload is cancelled: nothing of it was stored.");
    return "redirect:/imports";
  }

  @PostMapping("/imports/waiting/{token}/confirm")
  String confirm(
      @AuthenticationPrincipal SignedIn me, @PathVariable String token, RedirectAttributes answer)
      throws SQLException, JobExecutionException {
    Optional<WaitingUpload> claimed = uploads.find(token, me).flatMap(uploads::claim);
    if (claimed.isEmpty()) {
      answer.addFlashAttribute(
          PROBLEM,
          "This upload was confirmed or cancelled already, or waited longer than a day. If it is"
              + " not in the list, upload it again.");
      return "redirect:/imports";
    }
    WaitingUpload upload = claimed.get();
    Optional<List<UploadDesk.Taken>> taken = takenOrGivenBack(upload, me);
    if (taken.isEmpty()) {
      remove(upload);
      answer.addFlashAttribute(
          PROBLEM, "The waiting files are not those you looked at, so nothing was stored.");
      return "redirect:" + UPLOAD;
    }
    answer.addFlashAttribute("outcomes", taken.get());
    try {
      uploads.remove(upload);
    } catch (IOException e) {
      // What was stored is told all the same; the files go with the next sweep.
      LOG.warn("files that were taken in could not be removed ({})", e.getClass().getSimpleName());
    }
    return "redirect:/imports/result?import="
        + taken.get().stream()
            .map(UploadDesk.Taken::importId)
            .filter(id -> id > 0)
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining("&import="));
  }

  /** Empty where the files are not those that were looked at; given back where one fails. */
  private Optional<List<UploadDesk.Taken>> takenOrGivenBack(WaitingUpload upload, SignedIn me)
      throws SQLException, JobExecutionException {
    boolean done = false;
    try {
      Optional<List<UploadDesk.Taken>> taken =
          WaitingUploads.untouched(upload) ? Optional.of(desk.take(upload, me)) : Optional.empty();
      done = true;
      return taken;
    } catch (IOException e) {
      throw WaitingUploads.nameless(e);
    } finally {
      if (!done) {
        giveBack(upload);
      }
    }
  }

  private void giveBack(WaitingUpload upload) {
    try {
      uploads.giveBack(upload);
    } catch (IOException e) {
      LOG.warn("an upload could not be given back ({})", e.getClass().getSimpleName());
    }
  }

  private void remove(WaitingUpload upload) {
    try {
      uploads.remove(upload);
    } catch (IOException e) {
      throw WaitingUploads.nameless(e);
    }
  }

  @GetMapping("/imports/result")
  String result(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(name = "import", defaultValue = "") List<Long> ids,
      Model model) {
    List<ImportQueries.Import> files =
        ids.stream()
            .limit(UploadLimits.FILES)
            .map(id -> imports.find(id).orElseThrow(NotThere::new).file())
            .toList();
    model.addAttribute("imports", files);
    Map<Long, String> gapped = new LinkedHashMap<>();
    for (ImportQueries.Import file : files) {
      long rows = gaps.count(me, file);
      if (rows > 0) {
        gapped.put(file.id(), GapQueries.sum(rows));
      }
    }
    model.addAttribute("gapped", gapped);
    return "import-result";
  }
}
