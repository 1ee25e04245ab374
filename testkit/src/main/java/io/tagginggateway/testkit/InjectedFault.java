package io.tagginggateway.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tagginggateway.app.fault.ActiveRule;
import io.tagginggateway.app.fault.BadRuleException;
import io.tagginggateway.app.fault.FaultReader;
import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.fault.FaultRules;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is in force: as it stands it spoils one request, the next that matches. Each method
 * here replaces it by one that says more and counts from the beginning, behind every other fault;
 * so say all before the client asks. Any thread may use it.
 *
 * <p>A value that cannot be is an {@link IllegalArgumentException}, and changes nothing.
 */
public final class InjectedFault {
  private static final JsonMapper JSON = new JsonMapper();

  private final FaultRules rules;
  private final FaultReader reader;
  private final Map<String, Object> rule = new HashMap<>();
  private final Map<String, Object> match = new HashMap<>();
  private @Nullable ActiveRule active;
  private boolean removed;
  private boolean lenient;

  InjectedFault(FaultRules rules, @Nullable String product, Map<String, ?> fault) {
    this.rules = rules;
    this.reader = new FaultReader(rules.errors());
    rule.put("match", match);
    rule.put("fault", fault);
    if (product != null) {
      match.put("product", product);
    }
    replace();
  }

  /** Spoils so many requests. */
  public InjectedFault times(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("times: expected at least 1, not " + requests);
    }
    return with(rule, "times", requests);
  }

  /** Spoils every request until the next reset. */
  public InjectedFault forever() {
    return with(rule, "times", 0);
  }

  /** Lets so many matching requests through first. */
  public InjectedFault skip(int requests) {
    return with(rule, "skip", requests);
  }

  /** Lets the request take effect, and spoils its answer. */
  public InjectedFault after() {
    return with(rule, "phase", "after");
  }

  /**
   * Spoils a matching request only now and then.
   *
   * @param share above 0 and up to 1
   * @param seed the same seed spoils the same requests again
   */
  public synchronized InjectedFault probability(double share, long seed) {
    with(rule, "probability", share);
    return with(rule, "seed", seed);
  }

  /** Only requests of an action, such as {@code TagResources}. */
  public InjectedFault action(String name) {
    return with(match, "action", name);
  }

  /** Only requests that name an access key. */
  public InjectedFault accessKeyId(String id) {
    return with(match, "accessKeyId", id);
  }

  /** Only requests that name this access key. */
  public InjectedFault of(Credentials credentials) {
    return accessKeyId(credentials.accessKeyId());
  }

  /** Only requests of callers of an account. */
  public InjectedFault account(String id) {
    return with(match, "account", id);
  }

  /**
   * Only requests with this value of a parameter, such as {@code ResourceId.1}; may be repeated.
   */
  public synchronized InjectedFault parameter(String name, String value) {
    Map<String, Object> parameters = new TreeMap<>();
    if (match.get("parameters") instanceof Map<?, ?> before) {
      before.forEach((key, kept) -> parameters.put(String.valueOf(key), kept));
    }
    parameters.put(name, value);
    return with(match, "parameters", parameters);
  }

  /** How many requests it has spoiled. */
  public synchronized long spoiled() {
    ActiveRule known = active;
    if (known != null) {
      active = join(rules.find(known.id())).orElse(known);
    }
    return active == null ? 0 : active.spoiled();
  }

  /**
   * Lets a test end well although this fault never struck; else that fails the test, which shows
   * nothing of the fault.
   */
  public synchronized InjectedFault lenient() {
    lenient = true;
    return this;
  }

  /** Whether it should have struck, and has not. */
  synchronized boolean neverStruck() {
    return !removed && !lenient && spoiled() == 0;
  }

  /** Ends it. */
  public synchronized void remove() {
    removed = true;
    withdraw();
  }

  private void withdraw() {
    ActiveRule known = active;
    if (known != null) {
      spoiled(); // what is gone tells nothing any more
      join(rules.remove(known.id()));
    }
  }

  private synchronized InjectedFault with(Map<String, Object> part, String key, Object value) {
    Object before = part.put(key, value);
    try {
      replace();
    } catch (IllegalArgumentException e) {
      if (before == null) {
        part.remove(key);
      } else {
        part.put(key, before);
      }
      throw e;
    }
    return this;
  }

  private synchronized void replace() {
    FaultRule next = read();
    withdraw();
    active =
        join(rules.add(next))
            .orElseThrow(
                () -> new IllegalStateException("more than " + FaultRules.MAX_RULES + " faults"));
  }

  /** What it does, to which requests, and how many it matched. */
  @Override
  public synchronized String toString() {
    long matched = active == null ? 0 : active.matched();
    return new TreeMap<>(rule) + "; " + matched + " requests matched it";
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private FaultRule read() {
    try {
      return reader.read(JSON.writeValueAsBytes(rule));
    } catch (BadRuleException e) {
      throw new IllegalArgumentException(e.pointer() + ": " + e.reason(), e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
