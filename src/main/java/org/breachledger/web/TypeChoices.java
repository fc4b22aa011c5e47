package org.breachledger.web;

import java.util.List;
import java.util.stream.IntStream;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.normalise.TypeDefinition;

/** What a form offers to choose from, under headings; the breach types with their parts. */
final class TypeChoices {

  private TypeChoices() {}

  /** Something to choose. */
  record Choice(String value, String words) {}

  /** Choices under one heading. */
  record Choices(String title, List<Choice> list) {}

  /** Each type, and under it its parts. */
  static List<Choices> of(BreachTypes types) {
    return types.list().stream()
        .map(
            type ->
                new Choices(
                    type.title(),
                    IntStream.rangeClosed(0, type.subTypes().size())
                        .mapToObj(place -> choice(type, place))
                        .toList()))
        .toList();
  }

  private static Choice choice(TypeDefinition type, int place) {
    return place == 0
        ? new Choice(type.code(), type.title())
        : new Choice(
            type.code() + "/" + type.subTypes().get(place - 1).code(),
            type.title() + ": " + type.subTypes().get(place - 1).title());
  }
}
