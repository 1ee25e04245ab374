package io.tagginggateway.app.verify;

import io.tagginggateway.app.verify.SpoilingProxy.Answer;
import io.tagginggateway.app.verify.SpoilingProxy.Behaviour;
import io.tagginggateway.app.verify.SpoilingProxy.Upstream;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers that do otherwise what every trio of tag operations does alike. */
final class BrokenBehaviours {
  private static final Pattern OUR_ID = Pattern.compile("tgv-[0-9a-f]{8}-[a-z0-9]+");

  private final TagFamily family;
  private final String ids;
  private final String tags;
  private final List<BrokenServer> broken = new ArrayList<>();

  private BrokenBehaviours(Product product) {
    family = product.tagFamilies().get(0);
    ids = family.parameters().ids();
    tags = family.parameters().tags();
  }

  static List<BrokenServer> of(Product product) {
    BrokenBehaviours behaviours = new BrokenBehaviours(product);
    behaviours.lists();
    behaviours.requests();
    behaviours.changes();
    return behaviours.broken;
  }

  private void lists() {
    editLists(
        "list-by-id",
        r -> new HashSet<>(ids(r)).size() == 2 && ids(r).size() == 2 && keys(r).isEmpty(),
        p -> p.remove(ids + ".2"));
    editLists(
        "list-by-key",
        r -> keys(r).size() == 1 && values(r).isEmpty() && ids(r).isEmpty() && isOurs(keys(r)),
        p -> p.put(tags + ".1.Value", "x"));
    editLists(
        "list-by-pair",
        r -> keys(r).size() == 1 && values(r).equals(List.of("x")),
        p -> p.remove(tags + ".1.Value"));
    editLists(
        "empty-value",
        r -> keys(r).size() == 1 && values(r).equals(List.of("")) && isOurs(keys(r)),
        p -> p.remove(tags + ".1.Value"));
    editLists(
        "and", r -> keys(r).size() == 2 && values(r).size() == 1, p -> p.remove(tags + ".2.Key"));
    editLists(
        "ids-and-tags",
        r -> ids(r).size() == 2 && keys(r).size() == 1 && isOurs(keys(r)),
        p -> p.keySet().removeIf(name -> name.startsWith(tags + ".")));
    editLists(
        "error-order",
        r -> !r.parameters().containsKey(family.parameters().type()) && ids(r).size() > 20,
        p -> p.put(family.parameters().type(), family.types().names().get(0)));
    broken.add(BrokenServer.of("filtered-rows", () -> this::allTagsOfWhatWasFound));
    broken.add(BrokenServer.of("stable-order", () -> this::oneRowLess));
    broken.add(
        BrokenServer.of(
            "nothing-matches",
            () ->
                (request, gateway) -> {
                  boolean unknownTag =
                      values(request).equals(List.of("x"))
                          && keys(request).get(0).contains("Nobody");
                  return isList(request) && unknownTag
                      ? refusal(request, gateway)
                      : gateway.send(request);
                }));
    broken.add(
        BrokenServer.answers(
            "empty-list",
            a -> a.body(a.body().replaceFirst("\"[A-Za-z]+\":\\[\\]", "\"Nothing\":0"))));
  }

  private void requests() {
    refuse("numbered-lists", r -> r.parameters().containsKey(ids + ".7") && ids(r).size() < 7);
    boolean allowed =
        family.errors().find(Situation.DUPLICATE_RESOURCE_ID, TagOperation.Kind.LIST) == null;
    refuse(
        "repeated-ids",
        r ->
            isList(r)
                && (allowed
                    ? ids(r).size() > new HashSet<>(ids(r)).size()
                    : ids(r).size() == 2 && ids(r).contains("")));
    refuse("unknown-parameters", r -> r.parameters().containsKey("Unheard"));
    String token = family.parameters().token();
    if (token != null) {
      refuse("next-token-empty", r -> "".equals(r.get(token)));
    }
    editLists(
        "odd-text",
        r -> ids(r).stream().anyMatch(id -> id.indexOf('\u0001') >= 0),
        p -> p.put(ids + ".1", "fine"));
    broken.add(
        BrokenServer.requests(
            "format-choice",
            r ->
                r.edit(
                    p -> {
                      String format = p.get("Format");
                      if (format != null && !format.matches("[A-Z]+")) {
                        p.put("Format", format.equals("json") ? "XML" : "JSON");
                      }
                    })));
  }

  private void changes() {
    broken.add(
        BrokenServer.of(
            "tag-overwrites",
            () ->
                new Behaviour() {
                  private final Set<String> known = new HashSet<>();

                  @Override
                  public Answer answer(SpoiledRequest request, Upstream gateway)
                      throws IOException {
                    if (!request.action().equals(family.names().tag())) {
                      return gateway.send(request);
                    }
                    Set<String> pairs = new HashSet<>();
                    ids(request)
                        .forEach(id -> keys(request).forEach(key -> pairs.add(id + " " + key)));
                    boolean all = known.containsAll(pairs);
                    known.addAll(pairs);
                    return gateway.send(all ? elsewhere(request) : request);
                  }
                }));
    broken.add(
        BrokenServer.of(
            "tag-all-or-none",
            () ->
                (request, gateway) -> {
                  Answer answer = gateway.send(request);
                  if (request.action().equals(family.names().tag())
                      && answer.status() != 200
                      && ids(request).size() == 2) {
                    gateway.send(request.edit(p -> p.remove(ids + ".2")));
                  }
                  return answer;
                }));
    broken.add(
        BrokenServer.requests(
            "escapes", r -> r.edit(p -> p.replaceAll((name, value) -> value.replace("😀", "?")))));
    untags();
  }

  private void untags() {
    ParameterNames names = family.parameterNames().untag();
    String untag = family.names().untag();
    String keys = names.keys();
    String all = names.all();
    if (untag == null) {
      return;
    }
    if (keys != null) {
      broken.add(
          BrokenServer.requests(
              "untag-keys",
              r ->
                  r.action().equals(untag)
                          && r.members(keys, "").stream().anyMatch(k -> k.endsWith("U1"))
                      ? r.edit(p -> p.put(keys + ".1", p.get(keys + ".1") + "0"))
                      : r));
    }
    if (all != null) {
      broken.add(
          BrokenServer.requests(
              "untag-all",
              r ->
                  r.action().equals(untag)
                          && "true".equals(r.get(all))
                          && (keys == null || r.members(keys, "").isEmpty())
                      ? elsewhere(r)
                      : r));
    }
    if (all != null && keys != null) {
      broken.add(
          BrokenServer.requests(
              "untag-nothing",
              r ->
                  r.action().equals(untag)
                          && r.members(keys, "").isEmpty()
                          && !"true".equals(r.get(all))
                      ? r.edit(p -> p.put(all, "true"))
                      : r));
    }
  }

  private SpoiledRequest elsewhere(SpoiledRequest request) {
    return request.edit(
        p ->
            p.replaceAll(
                (name, value) ->
                    name.startsWith(ids + ".") && !value.isEmpty() ? value + "x" : value));
  }

  private void editLists(
      String rule, Predicate<SpoiledRequest> which, Consumer<Map<String, String>> edit) {
    broken.add(BrokenServer.requests(rule, r -> isList(r) && which.test(r) ? r.edit(edit) : r));
  }

  private void refuse(String rule, Predicate<SpoiledRequest> which) {
    broken.add(
        BrokenServer.of(
            rule,
            () ->
                (request, gateway) ->
                    which.test(request) ? refusal(request, gateway) : gateway.send(request)));
  }

  /** An error of the product in the format of the request. */
  static Answer refusal(SpoiledRequest request, Upstream gateway) throws IOException {
    return gateway.send(request.edit(p -> p.put("Action", "NoSuchAction")));
  }

  /** The list with every tag of the resources that it found, if they are few. */
  private Answer allTagsOfWhatWasFound(SpoiledRequest request, Upstream gateway)
      throws IOException {
    Answer answer = gateway.send(request);
    Set<String> found = new TreeSet<>();
    Matcher matcher = OUR_ID.matcher(answer.body());
    while (matcher.find()) {
      found.add(matcher.group());
    }
    boolean few = !found.isEmpty() && found.size() <= 3;
    if (!isList(request) || !few || keys(request).size() != 1 || isPage(request)) {
      return answer;
    }
    return gateway.send(
        request.edit(
            p -> {
              p.keySet()
                  .removeIf(name -> name.startsWith(tags + ".") || name.startsWith(ids + "."));
              int n = 1;
              for (String id : found) {
                p.put(ids + "." + n++, id);
              }
            }));
  }

  private boolean isPage(SpoiledRequest request) {
    String size = family.parameters().pageSize();
    String token = family.parameters().token();
    return (size != null && request.get(size) != null)
        || (token != null && request.get(token) != null);
  }

  /** A page that is not the first lacks its first row. */
  private Answer oneRowLess(SpoiledRequest request, Upstream gateway) throws IOException {
    Answer answer = gateway.send(request);
    String token = family.parameters().token();
    String sent = token == null ? null : request.get(token);
    boolean later = sent != null && !sent.isEmpty();
    if (!isList(request) || !later || keys(request).size() != 1) {
      return answer;
    }
    String json = "\\{\"[^{}]*\"(" + OUR_ID.pattern() + ")\"[^{}]*\\},?";
    String element = answer.body().contains("<TagResource>") ? "TagResource" : "TagResources";
    String xml = "<" + element + ">(?:(?!</" + element + ">).)*</" + element + ">";
    String body = answer.body();
    return answer.body(
        body.startsWith("{") ? body.replaceFirst(json, "") : body.replaceFirst(xml, ""));
  }

  private boolean isList(SpoiledRequest request) {
    return request.action().equals(family.names().list());
  }

  private List<String> ids(SpoiledRequest request) {
    return request.members(ids, "");
  }

  private List<String> keys(SpoiledRequest request) {
    return request.members(tags, ".Key");
  }

  private List<String> values(SpoiledRequest request) {
    return request.members(tags, ".Value");
  }

  private static boolean isOurs(List<String> keys) {
    return keys.stream().allMatch(key -> key.toLowerCase(Locale.ROOT).startsWith("tgv"));
  }
}
