package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.TagTexts;
import io.tagginggateway.core.tag.PageLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The resources that the checks of one trio need, under names that nobody else has: two share a
 * key, two share a value, and there are more of one kind than fit on a page. Not thread-safe.
 */
final class TestResources {
  private static final List<String> KEY_FORMS =
      List.of("Tgv%s.%s", "Tgv%s_%s", "Tgv%s%s", "tgv%s%s");
  private static final int MOST_RESOURCES = 210;

  private final TagFamily family;
  private final List<String> made = new ArrayList<>();
  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private final List<String> many = new ArrayList<>();
  private final String keyForm;
  private final int keysOfMany;

  TestResources(TagFamily family) {
    this.family = family;
    this.keyForm = keyForm();
    int rowsOfPage = family.paging().defaultSize();
    boolean rows = family.paging().unit() == PageLimit.Unit.ROWS;
    keysOfMany = rows && rowsOfPage > 60 ? mostKeys() : 2;
    int beyond = rows ? Math.max(12, rowsOfPage / keysOfMany + 2) : rowsOfPage + 10;
    for (int i = 0; i < Math.min(beyond, MOST_RESOURCES); i++) {
      many.add(id("m" + i));
    }
  }

  private int mostKeys() {
    int asked = Math.min(family.limits().tags().list(), family.limits().tags().tag());
    return Math.max(2, Math.min(asked, family.limits().tagsPerResource()));
  }

  private String keyForm() {
    TagTexts texts = family.texts();
    for (String form : KEY_FORMS) {
      String sample = String.format(form, suffix, "Sample1");
      if (texts.asked().allows(sample)
          && texts.set().allows(sample)
          && texts.removed().allows(sample)) {
        return form;
      }
    }
    return KEY_FORMS.get(KEY_FORMS.size() - 1);
  }

  TagFamily family() {
    return family;
  }

  /** The resource type of all of them. */
  String type() {
    return family.types().names().isEmpty() ? "instance" : family.types().names().get(0);
  }

  /** A key of this run. */
  String key(String name) {
    return String.format(keyForm, suffix, name);
  }

  /** A resource of one check alone. */
  String fresh() {
    String id = id("f" + made.size());
    made.add(id);
    return id;
  }

  /** A resource without tags. */
  String nobody() {
    return id("nobody");
  }

  /** Has One=x and Two=y. */
  String a() {
    return id("a");
  }

  /** Has One=x and Empty, which is empty if values may be. */
  String b() {
    return id("b");
  }

  /** Has One=other and Two=y. */
  String c() {
    return id("c");
  }

  /** The value of Empty. */
  String empty() {
    return family.texts().value().allows("") ? "" : "e";
  }

  /** Each has every key of {@link #keysOfMany}, with the value p. */
  List<String> many() {
    return many;
  }

  /** The keys that the many resources have. */
  List<String> keysOfMany() {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < keysOfMany; i++) {
      keys.add(key("Page" + i));
    }
    return keys;
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
    for (String id : List.of(a(), b())) {
      changes.add(session.tag(id).tag(1, key("One"), "x"));
    }
    for (String id : List.of(a(), c())) {
      changes.add(session.tag(id).tag(1, key("Two"), "y"));
    }
    changes.add(session.tag(b()).tag(1, key("Empty"), empty()));
    changes.add(session.tag(c()).tag(1, key("One"), "other"));
    List<String> keys = keysOfMany();
    int maxIds = family.limits().ids().get(Kind.TAG);
    for (int start = 0; start < many.size(); start += maxIds) {
      VerifyRequest change =
          session.tag().ids(many.subList(start, Math.min(start + maxIds, many.size())));
      for (int n = 0; n < keys.size(); n++) {
        change = change.tag(n + 1, keys.get(n), "p");
      }
      changes.add(change);
    }
    for (VerifyRequest change : changes) {
      Reply reply = session.send(change);
      if (reply.isError()) {
        return reply;
      }
    }
    return null;
  }

  /** Removes every tag of every resource it made; returns how many requests failed. */
  int remove(Session session) {
    int failed = 0;
    int maxIds = Math.min(family.limits().ids().untag(), family.limits().ids().list());
    for (int start = 0; start < made.size(); start += maxIds) {
      List<String> ids = made.subList(start, Math.min(start + maxIds, made.size()));
      try {
        failed += removeAll(session, ids);
      } catch (CheckFailure | CannotRun | NotApplicable noAnswer) {
        failed++;
      }
    }
    return failed;
  }

  private int removeAll(Session session, List<String> ids) {
    ParameterNames names = family.parameterNames().untag();
    if (names.all() != null && !names.needsKeys(Kind.UNTAG)) {
      return session.send(session.untag().ids(ids).all(true)).isError() ? 1 : 0;
    }
    int failed = 0;
    for (VerifyRequest ask : removals(session, ids)) {
      failed += session.send(ask).isError() ? 1 : 0;
    }
    return failed;
  }

  /** Where there is no parameter that removes every tag, each is named. */
  private List<VerifyRequest> removals(Session session, List<String> ids) {
    Set<String> keys = new TreeSet<>();
    WholeList.rows(session, session.list().ids(ids))
        .forEach(row -> keys.add(String.valueOf(row.key())));
    List<VerifyRequest> asks = new ArrayList<>();
    VerifyRequest ask = session.untag().ids(ids);
    int n = 0;
    for (String key : keys) {
      ask = ask.removing(++n, key);
      if (n == family.limits().keys()) {
        asks.add(ask);
        ask = session.untag().ids(ids);
        n = 0;
      }
    }
    if (n > 0) {
      asks.add(ask);
    }
    return asks;
  }

  private String id(String name) {
    return "tgv-" + suffix + "-" + name;
  }
}
