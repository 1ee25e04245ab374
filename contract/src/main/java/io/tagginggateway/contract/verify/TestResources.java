package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.tag.PageLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The resources that checks need, under names that nobody else has: two share a key, two share a
 * value, and there are more of one kind than fit on a page.
 */
final class TestResources {
  private final List<String> made = new ArrayList<>();
  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private final List<String> many = new ArrayList<>();
  private final int maxIds;

  TestResources(Product product) {
    TagFamily family = product.tagFamilies().get(0);
    maxIds = family.limits().ids().tag();
    boolean clientSetsPage = family.paging().unit() == PageLimit.Unit.ROWS;
    int beyond = family.paging().defaultSize() + (clientSetsPage ? 2 : 10);
    for (int i = 0; i < beyond; i++) {
      many.add(id("m" + i));
    }
  }

  /** A key of this run. */
  String key(String name) {
    return "Tgv" + suffix + "." + name;
  }

  /** A resource of one check alone. */
  String fresh() {
    String id = id("f" + made.size());
    made.add(id);
    return id;
  }

  /** A resource that nobody tagged. */
  String nobody() {
    return id("nobody");
  }

  /** Has One=x and Two=y. */
  String a() {
    return id("a");
  }

  /** Has One=x and Empty, which is empty. */
  String b() {
    return id("b");
  }

  /** Has One=other and Two=y. */
  String c() {
    return id("c");
  }

  /** Have Page=p and Other=o. */
  List<String> many() {
    return many;
  }

  /**
   * Tags the resources.
   *
   * @return the first answer that is no success, or null
   */
  @Nullable Reply create(Session session) {
    made.addAll(List.of(a(), b(), c()));
    made.addAll(many);
    List<VerifyRequest> changes = new ArrayList<>();
    changes.add(session.tag(a(), b()).tag(1, key("One"), "x"));
    changes.add(session.tag(a(), c()).tag(1, key("Two"), "y"));
    changes.add(session.tag(b()).tag(1, key("Empty"), ""));
    changes.add(session.tag(c()).tag(1, key("One"), "other"));
    for (int start = 0; start < many.size(); start += maxIds) {
      List<String> ids = many.subList(start, Math.min(start + maxIds, many.size()));
      changes.add(session.tag().ids(ids).tag(1, key("Page"), "p").tag(2, key("Other"), "o"));
    }
    for (VerifyRequest change : changes) {
      Reply reply = session.send(change);
      if (reply.code() != null || reply.status() != 200) {
        return reply;
      }
    }
    return null;
  }

  /** Removes every tag of every resource it made; returns how many requests failed. */
  int remove(Session session) {
    int failed = 0;
    for (int start = 0; start < made.size(); start += maxIds) {
      List<String> ids = made.subList(start, Math.min(start + maxIds, made.size()));
      try {
        Reply reply = session.send(session.untag().ids(ids).with("All", "true"));
        failed += reply.code() == null ? 0 : 1;
      } catch (CheckFailure | CannotRun noAnswer) {
        failed++;
      }
    }
    return failed;
  }

  private String id(String name) {
    return "tgv-" + suffix + "-" + name;
  }
}
