package io.tagginggateway.contract;

import io.tagginggateway.core.product.file.Standing;

/**
 * A rule of a dialect.
 *
 * @param id names it, such as {@code end-token}; products share the ids of what they have in common
 * @param operation the list operation of the trio it holds for; empty for the first trio, and for
 *     what holds for the whole product
 * @param standing how it is known
 * @param source where it was found, in words; empty if the rule's section says it
 * @param text what it says
 */
public record Rule(String id, String operation, Standing standing, String source, String text) {

  /** The id, with the operation where there is more than one that it could be about. */
  public String title() {
    return operation.isEmpty() ? id : id + " of " + operation;
  }

  /** The standing in one word for a reader. */
  public String standingWord() {
    return standing == Standing.DOC ? "documented" : standing.id();
  }
}
