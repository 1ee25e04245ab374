package io.tagginggateway.app.verify;

import io.tagginggateway.app.verify.SpoilingProxy.Answer;
import io.tagginggateway.app.verify.SpoilingProxy.Behaviour;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A server that breaks one rule.
 *
 * @param rule the id of the rule
 * @param strict whether it checks signatures
 * @param product changes what the server takes for the product's file
 * @param behaviour what stands before the server, or null for nothing; made anew for each run,
 *     since it may remember
 */
record BrokenServer(
    String rule,
    boolean strict,
    Consumer<SpoiledProduct> product,
    @Nullable Supplier<Behaviour> behaviour) {

  /** One with another file. */
  static BrokenServer file(String rule, Consumer<SpoiledProduct> product) {
    return new BrokenServer(rule, false, product, null);
  }

  /** One with other answers. */
  static BrokenServer answers(String rule, UnaryOperator<Answer> spoil) {
    return of(rule, () -> (request, gateway) -> spoil.apply(gateway.send(request)));
  }

  /** One that understands requests otherwise. */
  static BrokenServer requests(String rule, UnaryOperator<SpoiledRequest> spoil) {
    return of(rule, () -> (request, gateway) -> gateway.send(spoil.apply(request)));
  }

  /** One with a behaviour of its own. */
  static BrokenServer of(String rule, Supplier<Behaviour> behaviour) {
    return new BrokenServer(rule, false, product -> {}, behaviour);
  }

  /** The same where signatures are checked. */
  BrokenServer whereSignaturesAreChecked() {
    return new BrokenServer(rule, true, product, behaviour);
  }

  @Override
  public String toString() {
    return rule;
  }
}
