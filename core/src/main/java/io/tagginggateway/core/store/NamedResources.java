package io.tagginggateway.core.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources that a query names by their ids. Goes forward only. */
final class NamedResources implements Candidates {
  private static final Comparator<Resource> IN_ORDER = Comparator.comparingInt(Resource::ordinal);

  private final Resource[] resources;
  private int at;

  private NamedResources(Resource[] resources) {
    this.resources = resources;
  }

  static NamedResources of(Snapshot snapshot, List<String> ids) {
    Resource[] found = new Resource[ids.size()];
    int size = 0;
    for (String id : ids) {
      Resource resource = snapshot.ids().get(id);
      if (resource != null) {
        found[size++] = resource;
      }
    }
    Resource[] all = size == found.length ? found : Arrays.copyOf(found, size);
    Arrays.sort(all, IN_ORDER);
    return new NamedResources(all);
  }

  @Override
  public int next(int from) {
    while (at < resources.length && resources[at].ordinal() < from) {
      at++;
    }
    return at < resources.length ? resources[at].ordinal() : -1;
  }

  /** It was found by its id: it need not be looked up by its ordinal, too. */
  @Override
  public @Nullable Resource resource(Snapshot snapshot, int ordinal) {
    return resources[at];
  }
}
