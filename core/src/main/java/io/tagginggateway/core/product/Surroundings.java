package io.tagginggateway.core.product;

import java.time.Clock;
import java.util.List;

/**
 * What a service can use besides its own product.
 *
 * @param products all products that are there
 * @param clock tells the time
 */
public record Surroundings(Products products, Clock clock) {

  /** One product alone, at the time of this machine. */
  public static Surroundings of(ProductEntry entry) {
    return new Surroundings(new Products(List.of(entry)), Clock.systemUTC());
  }
}
