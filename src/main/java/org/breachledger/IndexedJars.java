package org.breachledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Finds each class in the jar that has its package. The launcher of the packed program asks one
 * library after the other, which is a third of a start with this many.
 */
final class IndexedJars extends SecureClassLoader {

  private static final String VERSIONS = "META-INF/versions/";

  static {
    registerAsParallelCapable();
  }

  private final Map<String, List<Shelf>> folders = new HashMap<>();

  /** One library, opened. */
  private record Shelf(URL url, JarFile jar, @Nullable Manifest manifest, CodeSource source) {}

  private IndexedJars(ClassLoader parent) {
    super(parent);
  }

  /** The same libraries in the same order, for what the launcher would have loaded itself. */
  static IndexedJars over(URLClassLoader launched) throws IOException {
    IndexedJars indexed = new IndexedJars(launched.getParent());
    for (URL url : launched.getURLs()) {
      JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile();
      CodeSource source = new CodeSource(url, (Certificate[]) null);
      indexed.add(new Shelf(url, jar, jar.getManifest(), source));
    }
    return indexed;
  }

  private void add(Shelf shelf) {
    String last = "?";
    for (JarEntry entry : Collections.list(shelf.jar.entries())) {
      String folder = folder(withoutVersion(entry.getName()));
      if (!folder.equals(last)) {
        List<Shelf> there = folders.computeIfAbsent(folder, any -> new ArrayList<>(1));
        if (there.isEmpty() || there.get(there.size() - 1) != shelf) {
          there.add(shelf);
        }
        last = folder;
      }
    }
  }

  /** Some classes are in a jar for newer versions of Java only. */
  private static String withoutVersion(String name) {
    return name.startsWith(VERSIONS)
        ? name.substring(name.indexOf('/', VERSIONS.length()) + 1)
        : name;
  }

  private static String folder(String name) {
    int end = name.endsWith("/") ? name.length() - 2 : name.length();
    return name.substring(0, Math.max(0, name.lastIndexOf('/', end)));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/').concat(".class");
    for (Shelf shelf : folders.getOrDefault(folder(path), List.of())) {
      JarEntry entry = shelf.jar.getJarEntry(path);
      if (entry != null) {
        return define(name, shelf, entry);
      }
    }
    throw new ClassNotFoundException(name);
  }

  private Class<?> define(String name, Shelf shelf, JarEntry entry) throws ClassNotFoundException {
    definePackageOf(name, shelf);
    try (InputStream in = shelf.jar.getInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, shelf.source);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** With what the library says of itself, such as its version. */
  private void definePackageOf(String name, Shelf shelf) {
    String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (getDefinedPackage(owner) == null) {
      try {
        definePackage(
            owner,
            said(shelf, "Specification-Title"),
            said(shelf, "Specification-Version"),
            said(shelf, "Specification-Vendor"),
            said(shelf, "Implementation-Title"),
            said(shelf, "Implementation-Version"),
            said(shelf, "Implementation-Vendor"),
            null);
      } catch (IllegalArgumentException alreadyThere) {
        // another thread loads a class of the same package
      }
    }
  }

  private static @Nullable String said(Shelf shelf, String key) {
    return shelf.manifest == null ? null : shelf.manifest.getMainAttributes().getValue(key);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    List<URL> all = all(name, 1);
    return all.isEmpty() ? null : all.get(0);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.enumeration(all(name, Integer.MAX_VALUE));
  }

  private List<URL> all(String name, int wanted) {
    List<URL> found = new ArrayList<>();
    try {
      for (Shelf shelf : folders.getOrDefault(folder(name), List.of())) {
        if (found.size() < wanted && (name.isEmpty() || shelf.jar.getEntry(name) != null)) {
          found.add(new URL(shelf.url, name));
        }
      }
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
