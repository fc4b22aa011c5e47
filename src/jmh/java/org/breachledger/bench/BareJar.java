package org.breachledger.bench;

import bare.BareWeb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Packs the bare web application as the program itself is packed: the same launcher, the libraries
 * of Spring Boot's starters for the web and Flyway as the program has them, the same migrations.
 */
final class BareJar {

  private static final String CLASSES = "BOOT-INF/classes/";

  private static final Pattern KEPT =
      Pattern.compile(
          "org/springframework/boot/loader/.*|BOOT-INF/classes/(db/migration/.*)?|BOOT-INF/(lib/)?|"
              + "BOOT-INF/lib/(HikariCP|flyway-.*|jackson-(annotations|core|databind)|jspecify"
              + "|jakarta[.]annotation-api|jul-to-slf4j|log4j-.*|logback-.*|slf4j-api|snakeyaml"
              + "|micrometer-(commons|observation)|commons-logging|postgresql|tomcat-embed-.*"
              + "|spring-(aop|beans|context|core|expression|jdbc|tx|web|webmvc)"
              + "|spring-boot(-(autoconfigure|flyway|http-converter|jackson|jdbc|persistence|servlet"
              + "|sql|tomcat|transaction|web-server|webmvc))?)-[0-9].*[.]jar");

  private BareJar() {}

  /** Writes the bare application, with libraries and launcher from the packaged program. */
  static void write(Path program, Path bare) throws IOException {
    try (JarFile from = new JarFile(program.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(bare), manifest(from))) {
      for (JarEntry entry : Collections.list(from.entries())) {
        if (KEPT.matcher(entry.getName()).matches()) {
          to.putNextEntry(same(entry));
          copy(from.getInputStream(entry), to);
        }
      }
      String type = BareWeb.class.getName().replace('.', '/') + ".class";
      to.putNextEntry(new JarEntry(CLASSES + type));
      copy(Objects.requireNonNull(BareWeb.class.getResourceAsStream("/" + type)), to);
      to.closeEntry();
    }
  }

  /** Libraries lie in the jar as they are, or the launcher would not open them. */
  private static JarEntry same(JarEntry entry) {
    JarEntry same = new JarEntry(entry.getName());
    same.setMethod(entry.getMethod());
    if (entry.getMethod() == JarEntry.STORED) {
      same.setSize(entry.getSize());
      same.setCrc(entry.getCrc());
    }
    return same;
  }

  private static Manifest manifest(JarFile from) throws IOException {
    Attributes known = from.getManifest().getMainAttributes();
    Manifest manifest = new Manifest();
    Attributes told = manifest.getMainAttributes();
    told.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    told.put(Attributes.Name.MAIN_CLASS, known.getValue(Attributes.Name.MAIN_CLASS));
    told.putValue("Start-Class", BareWeb.class.getName());
    told.putValue("Spring-Boot-Classes", CLASSES);
    told.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    return manifest;
  }

  private static void copy(InputStream from, JarOutputStream to) throws IOException {
    try (from) {
      from.transferTo(to);
    }
  }
}
