package org.breachledger.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.pipeline.imports.Archive;

/**
 * All that can be read in a file, its name too: what is packed is unpacked, what is drawn is read.
 */
public final class WhatFilesSay {

  private WhatFilesSay() {}

  /** The file's name and words, as they stand. */
  public static String in(Path file) throws IOException {
    return in(file, Files.readAllBytes(file));
  }

  private static String in(Path file, byte[] content) throws IOException {
    String all = file.getFileName() + "\n" + words(content);
    return file.toString().endsWith(".eml") ? all + message(content) : all;
  }

  /** A message's parts as their reader gets them. */
  private static String message(byte[] content) throws IOException {
    try {
      return part(new MimeMessage(null, new ByteArrayInputStream(content)));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private static String part(Part part) throws IOException, MessagingException {
    if (part.getContent() instanceof Multipart parts) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        all.append(part(parts.getBodyPart(i))).append('\n');
      }
      return all.toString();
    }
    return part.getFileName() + "\n" + words(part.getInputStream().readAllBytes());
  }

  private static String words(byte[] content) throws IOException {
    String plain = new String(content, StandardCharsets.UTF_8);
    if (plain.startsWith("PK")) {
      return unpacked(content);
    }
    return plain.startsWith("%PDF") ? plain + read(content) : plain;
  }

  private static String unpacked(byte[] content) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        all.append(part.getName()).append('\n').append(words(parts.readAllBytes())).append('\n');
      }
    }
    return all.toString();
  }

  private static String read(byte[] content) throws IOException {
    try (PDDocument document = Loader.loadPDF(content)) {
      return new PDFTextStripper().getText(document)
          + PdfStrings.of(document.getDocument()).collect(Collectors.joining("\n"));
    }
  }

  /** The same without case, for words that may have been changed. */
  public static String lower(Path file) throws IOException {
    return in(file).toLowerCase(Locale.ROOT);
  }

  /** The same of an original of the archive, unlocked. */
  public static String lower(Archive archive, Path kept) throws IOException {
    try (InputStream original = archive.open(String.valueOf(kept.getFileName()))) {
      return in(kept, original.readAllBytes()).toLowerCase(Locale.ROOT);
    }
  }
}
