package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Documents;
import java.time.Clock;
import java.util.List;

/**
 * What a service can use besides its own product.
 *
 * @param products all products that are there
 * @param clock tells the time
 * @param documents opens the documents that answers are written in
 */
public record Surroundings(Products products, Clock clock, Documents documents) {

  /** One product alone, at the time of this machine. */
  public static Surroundings of(ProductEntry entry) {
    return new Surroundings(new Products(List.of(entry)), Clock.systemUTC(), new Documents());
  }
}
