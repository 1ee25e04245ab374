package io.tagginggateway.app.hint;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.TagStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A state that is far away, as hints may look at it: without asking much of it. */
public final class FarState implements State {
  private final State state;
  private final TagStore tags;

  /** Looks at this state, which stays the one in force. */
  public FarState(State state) {
    this.state = state;
    this.tags = new RememberedSizes(state.tags());
  }

  @Override
  public TagStore tags() {
    return tags;
  }

  @Override
  public ResourceStore resources() {
    return state.resources();
  }

  @Override
  public CompletionStage<Void> issue(AccessKey key) {
    return state.issue(key);
  }

  @Override
  public CompletionStage<List<String>> declaredAccounts() {
    return state.declaredAccounts();
  }

  @Override
  public CompletionStage<List<AccessKey>> declaredKeys() {
    return state.declaredKeys();
  }

  @Override
  public CompletionStage<Boolean> admitGuest(String account, GuestLimits limits, long nowMillis) {
    return state.admitGuest(account, limits, nowMillis);
  }

  @Override
  public CompletionStage<Optional<AccessKey>> find(String accessKeyId) {
    return state.find(accessKeyId);
  }
}
