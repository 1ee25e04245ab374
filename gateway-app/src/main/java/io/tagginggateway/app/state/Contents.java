package io.tagginggateway.app.state;

import io.tagginggateway.core.store.MemoryResourceStore;
import io.tagginggateway.core.store.MemoryTagStore;

/**
 * What all accounts have.
 *
 * @param tags their tags
 * @param resources what they created, without its tags
 */
record Contents(MemoryTagStore tags, MemoryResourceStore resources) {

  /** The same content, which then goes its own way. */
  Contents copy() {
    return new Contents(tags.copy(), resources.copy());
  }

  /** Gives an account everything that another one has elsewhere, and nothing else. */
  void copyAccount(Contents from, String fromAccount, String toAccount) {
    tags.copyAccount(from.tags, fromAccount, toAccount);
    resources.copyAccount(from.resources, fromAccount, toAccount);
  }

  /** Forgets everything of an account. */
  void removeAccount(String account) {
    tags.removeAccount(account);
    resources.removeAccount(account);
  }
}
