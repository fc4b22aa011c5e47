package org.breachledger.hostile;

import java.nio.charset.StandardCharsets;

/** JSON that nests, repeats, overflows or breaks off. */
final class HostileJson {

  private static final int MEGABYTE = 1 << 20;

  private HostileJson() {}

  static void add(Catalogue all) {
    depth(all.kind("json: nested deep"));
    numbers(all.kind("json: numbers"));
    keys(all.kind("json: keys"));
    texts(all.kind("json: texts"));
    shapes(all.kind("json: broken or of another shape"));
  }

  /** An object with one value of its own. */
  private static String object(String value) {
    return "{\"Incident ref\":\"A1\",\"School\":\"Elm School\",\"Date of incident\":\"2024-01-04\","
        + "\"Description\":"
        + value
        + "}";
  }

  private static String list(String value) {
    return "[" + object("\"A bag\"") + ",\n" + object(value) + "]";
  }

  private static void depth(Catalogue all) {
    all.text("depth.jsonl", "[".repeat(2 * MEGABYTE) + "\n");
    all.text("depth-of-lists.json", list("[".repeat(100_000) + "]".repeat(100_000)));
    all.text("depth-of-objects.json", list("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)));
    all.text("depth-before-the-list.json", "{\"a\":".repeat(500_000) + "1" + "}".repeat(500_000));
    all.text("lists-of-lists.json", "[[" + object("1") + "]]");
    all.text("depth-of-40.json", list("[".repeat(40) + "1" + "]".repeat(40)));
  }

  private static void numbers(Catalogue all) {
    String[] numbers = {
      "1e999999999",
      "-1E-999999999",
      "1.5e2147483647",
      "1.0e99999999999",
      "9".repeat(99),
      "9".repeat(5_000),
      "0." + "0".repeat(5_000) + "1",
      "-",
      "1.",
      ".5",
      "01",
      "NaN",
      "Infinity",
      "0x10",
      "1e5"
    };
    for (int i = 0; i < numbers.length; i++) {
      all.text("json-number-" + (i + 1) + ".json", list(numbers[i]));
    }
    all.text("json-number-in-a-line.jsonl", object("1.1e999999999") + "\n");
    all.text("json-numbers-in-a-list.jsonl", object("[1.5e99999999, 2]") + "\n");
  }

  private static void keys(Catalogue all) {
    all.text("keys-twice.json", list("\"a\",\"Description\":\"b\",\"Description\":\"c\""));
    all.text("key-long.json", list("1,\"" + "k".repeat(MEGABYTE) + "\":1"));
    all.text("key-blank.json", list("1,\"\":\"x\",\" \":\"y\""));
    all.text("key-of-script.json", list("1,\"__proto__\":{\"x\":1}"));
    all.text("key-with-points.json", list("1,\"a.b\":1,\"a\":{\"b\":2}"));
    all.text("key-with-controls.json", list("1,\"\\u0000\\u202e\":1"));
    StringBuilder keys = new StringBuilder("1");
    for (int i = 0; i < 100_000; i++) {
      keys.append(",\"k").append(i).append("\":1");
    }
    all.text("keys-many.json", list(keys.toString()));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      rows.append("{\"key").append(i).append("\":").append(i).append("}\n");
    }
    all.text("keys-of-each-own.jsonl", rows.toString());
  }

  private static void texts(Catalogue all) {
    all.text("surrogate-high.json", list("\"\\ud800\""));
    all.text("surrogate-low.json", list("\"\\udc00\\ud800\""));
    all.text("nul.json", list("\"A\\u0000bag\""));
    all.text("text-long.json", list("\"" + "x".repeat(300_000) + "\""));
    all.text("text-longer.json", list("\"" + "x".repeat(30 * MEGABYTE) + "\""));
    all.text(
        "text-open.json", "[" + object("\"A bag\"") + ",{\"Incident ref\":\"" + "x".repeat(1_000));
    all.text("escape-cut.json", list("\"\\u12\""));
    all.text("escape-unknown.json", list("\"\\q\""));
    all.text("line-break.json", list("\"A\nbag\""));
    all.text("values-many.json", list("[" + "1,".repeat(MEGABYTE) + "1]"));
    all.text(
        "line-long.jsonl", object("\"x\"") + "\n" + object("\"" + "x".repeat(8 * MEGABYTE) + "\""));
  }

  private static void shapes(Catalogue all) {
    all.text("cut.json", list("\"x\"").substring(0, 150));
    all.text("comma-behind.json", list("1,"));
    all.text("remark.json", "/* x */" + list("1"));
    all.text("nothing.json", "[]");
    all.text("object.json", "{}");
    all.text("null.json", "null");
    all.text("text.json", "\"x\"");
    all.text("not-all-objects.json", "[" + object("1") + ",1,null,[2],\"x\"]");
    all.text("two-lists.json", list("1") + list("2"));
    all.text("single-quotes.json", list("1").replace('"', '\''));
    all.bytes("utf16.json", list("1").getBytes(StandardCharsets.UTF_16));
    all.bytes("utf32.json", list("1").getBytes(java.nio.charset.Charset.forName("UTF-32")));
    all.latin("latin.json", list("\"b\u00e4g\""));
    all.text("mark.json", "\ufeff" + list("1"));
    all.text("lines-half-broken.jsonl", (object("1") + "\n{\"Incident ref\":\n").repeat(3));
    all.text("many-open.json", "[" + "{},".repeat(300_000) + "{}]");
  }
}
