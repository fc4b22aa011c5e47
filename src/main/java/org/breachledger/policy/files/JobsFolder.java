package org.breachledger.policy.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.breachledger.policy.PolicySource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The tables shipped in the jar, each replaced by the file of the same name in the school's own
 * {@code jobs} folder where there is one.
 */
public class JobsFolder implements PolicySource {

  private final @Nullable Path own;

  /**
   * The shipped tables under a school's own.
   *
   * @param own the school's folder; null or missing where it keeps none
   */
  public JobsFolder(@Nullable Path own) {
    this.own = own;
  }

  @Override
  public Optional<String> find(String name) {
    try {
      if (own != null && Files.isRegularFile(own.resolve(name))) {
        return Optional.of(Files.readString(own.resolve(name)));
      }
      ClassPathResource shipped = new ClassPathResource("jobs/" + name);
      return shipped.exists()
          ? Optional.of(shipped.getContentAsString(StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list(String folder, String ending) {
    TreeSet<String> names = new TreeSet<>();
    try {
      Resource[] shipped =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:jobs/" + folder + "/*" + ending);
      for (Resource resource : shipped) {
        names.add(folder + "/" + resource.getFilename());
      }
      if (own != null && Files.isDirectory(own.resolve(folder))) {
        try (Stream<Path> files = Files.list(own.resolve(folder))) {
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(ending))
              .forEach(name -> names.add(folder + "/" + name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(names);
  }
}
