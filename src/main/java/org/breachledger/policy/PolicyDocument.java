package org.breachledger.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A block of a policy file in YAML; every key knows its line, so that a refusal can name it.
 *
 * @param file the file's name under {@code jobs/}
 * @param line the line the block begins on, from 1
 */
public record PolicyDocument(String file, int line, Map<String, Node> entries) {

  /**
   * Reads a whole file; its top is a block of keys.
   *
   * @throws RefusedTable naming the line, where the text is no such file
   */
  public static PolicyDocument read(PolicySource source, String file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(options).compose(new StringReader(source.get(file)));
      if (root instanceof MappingNode mapping) {
        return of(file, mapping);
      }
      throw new RefusedTable(file, 1, "this file has no keys; write \"key: value\" lines");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new RefusedTable(file, line, "this is not readable YAML: " + e.getProblem());
    }
  }

  private static PolicyDocument of(String file, MappingNode mapping) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (entries.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode()) != null) {
        throw new RefusedTable(
            file,
            lineOf(tuple.getKeyNode()),
            "key \"" + ((ScalarNode) tuple.getKeyNode()).getValue() + "\" stands twice");
      }
    }
    return new PolicyDocument(file, lineOf(mapping), entries);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /**
   * Refuses every key that is not allowed here.
   *
   * @throws RefusedTable naming the first unknown key and those allowed
   */
  public PolicyDocument allow(String... keys) {
    Set<String> allowed = new HashSet<>(List.of(keys));
    entries.forEach(
        (key, node) -> {
          if (!allowed.contains(key)) {
            throw new RefusedTable(
                file,
                lineOf(node),
                "key \"" + key + "\" is unknown; allowed are " + String.join(", ", keys));
          }
        });
    return this;
  }

  /** The text of a key; empty where the key is not there. */
  public Optional<String> find(String key) {
    Node node = entries.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue().strip());
    }
    throw new RefusedTable(file, lineOf(node), "key \"" + key + "\" must hold one value");
  }

  /**
   * The text of a key that must be there.
   *
   * @throws RefusedTable where it is not
   */
  public String need(String key) {
    return find(key)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> refuse("key \"" + key + "\" is missing; write a value"));
  }

  /** The texts of a key that holds a list; empty where the key is not there. */
  public List<String> list(String key) {
    List<String> texts = new ArrayList<>();
    for (Node node : items(key)) {
      if (!(node instanceof ScalarNode scalar)) {
        throw new RefusedTable(file, lineOf(node), "\"" + key + "\" must list plain values");
      }
      texts.add(scalar.getValue().strip());
    }
    return texts;
  }

  /** The blocks of a key that holds a list of blocks; empty where the key is not there. */
  public List<PolicyDocument> blocks(String key) {
    List<PolicyDocument> blocks = new ArrayList<>();
    for (Node node : items(key)) {
      if (!(node instanceof MappingNode mapping)) {
        throw new RefusedTable(file, lineOf(node), "\"" + key + "\" must list blocks of keys");
      }
      blocks.add(of(file, mapping));
    }
    return blocks;
  }

  /** The block under a key; empty where the key is not there. */
  public Optional<PolicyDocument> block(String key) {
    Node node = entries.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof MappingNode mapping) {
      return Optional.of(of(file, mapping));
    }
    throw new RefusedTable(file, lineOf(node), "key \"" + key + "\" must hold a block of keys");
  }

  /** The line a key's value stands on; the block's own line where the key is not there. */
  public int lineOf(String key) {
    Node node = entries.get(key);
    return node == null ? line : lineOf(node);
  }

  /** A refusal of this block, to be thrown. */
  public RefusedTable refuse(String wrong) {
    return new RefusedTable(file, line, wrong);
  }

  private List<Node> items(String key) {
    Node node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw new RefusedTable(file, lineOf(node), "key \"" + key + "\" must hold a list");
  }
}
