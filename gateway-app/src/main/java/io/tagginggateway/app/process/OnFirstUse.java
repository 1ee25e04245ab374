package io.tagginggateway.app.process;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something when it is first wanted, once; others who want it wait. Thread-safe. */
final class OnFirstUse<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  OnFirstUse(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T present = made;
    return present != null ? present : make();
  }

  private synchronized T make() {
    T present = made;
    if (present == null) {
      present = maker.get();
      made = present;
    }
    return present;
  }
}
