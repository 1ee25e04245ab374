package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.ArrayList;
import java.util.List;

/** Cuts pages that are asked for by their number out of all that comes before and in them. */
final class NumberedPages {
  private NumberedPages() {}

  /** The limit under which a list holds a page and all before it. */
  static PageLimit upTo(int number, PageLimit limit) {
    long all = (long) number * limit.max();
    return new PageLimit((int) Math.min(all, Integer.MAX_VALUE), limit.unit());
  }

  /** The page of this number, out of a list that ends with it. */
  static Page cut(int number, PageLimit limit, Page all) {
    int skipped = (number - 1) * limit.max();
    return switch (limit.unit()) {
      case RESOURCES ->
          new Page(
              all.resources()
                  .subList(Math.min(skipped, all.resources().size()), all.resources().size()),
              all.next());
      case ROWS -> new Page(afterRows(skipped, all.resources()), all.next());
    };
  }

  private static List<TaggedResource> afterRows(int skipped, List<TaggedResource> resources) {
    List<TaggedResource> kept = new ArrayList<>();
    int toSkip = skipped;
    for (TaggedResource resource : resources) {
      List<Tag> tags = resource.tags();
      int here = Math.min(toSkip, tags.size());
      toSkip -= here;
      if (here < tags.size()) {
        kept.add(new TaggedResource(resource.id(), tags.subList(here, tags.size())));
      }
    }
    return kept;
  }
}
