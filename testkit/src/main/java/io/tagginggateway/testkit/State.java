package io.tagginggateway.testkit;

import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tags of one account in one region, past every check of a caller: to arrange a test, and to
 * see what a client has done.
 */
public final class State {
  private final RunningGateway gateway;
  private final String account;
  private final String region;

  State(RunningGateway gateway, String account, String region) {
    this.gateway = gateway;
    this.account = account;
    this.region = region;
  }

  /** The same in another account. */
  public State account(String id) {
    return new State(gateway, id, region);
  }

  /** The same in the account of an access key. */
  public State of(Credentials credentials) {
    return account(credentials.account());
  }

  /** The same in another region, such as {@code cn-qingdao}. */
  public State region(String id) {
    return new State(gateway, account, id);
  }

  /**
   * The user's tags of a resource by key, in the order of the keys; empty if it has none or is not
   * there.
   *
   * @throws IllegalArgumentException if there is no such product or type
   */
  public Map<String, String> tags(String product, String type, String id) {
    Map<String, String> tags = new TreeMap<>();
    gateway
        .stores()
        .current()
        .tags()
        .find(partition(product, type), id)
        .toCompletableFuture()
        .join()
        .ifPresent(found -> found.tags().forEach(tag -> tags.put(tag.key(), tag.value())));
    return tags;
  }

  /**
   * The ids of the resources of a type that are there, tagged or not.
   *
   * @throws IllegalArgumentException if there is no such product or type
   */
  public Set<String> resources(String product, String type) {
    Set<String> ids = new LinkedHashSet<>();
    Exports.forEach(
        gateway.stores().current().tags(),
        partition(product, type),
        resource -> ids.add(resource.id()));
    return ids;
  }

  /**
   * Makes a resource with exactly these tags, or gives them to the one that is there. The limits of
   * callers do not hold.
   *
   * @throws IllegalArgumentException if there is no such product or type
   */
  public State put(String product, String type, String id, Map<String, String> tags) {
    List<Tag> list =
        tags.entrySet().stream()
            .map(entry -> new Tag(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Tag::key))
            .toList();
    StoredResource resource = new StoredResource(id, list, List.of(), true);
    gateway
        .stores()
        .current()
        .tags()
        .put(partition(product, type), List.of(resource))
        .toCompletableFuture()
        .join();
    return this;
  }

  /**
   * Adds all that a fixture holds, as {@link TaggingGateway#with(String)} takes it, wherever it
   * says, until the next reset.
   *
   * @throws RuntimeException if the fixture cannot be loaded; nothing of it is
   */
  public State load(String fixture) {
    gateway.add(new Fixture(fixture, false));
    return this;
  }

  private Partition partition(String product, String type) {
    return new Partition(account, product, region, gateway.canonicalType(product, type));
  }
}
