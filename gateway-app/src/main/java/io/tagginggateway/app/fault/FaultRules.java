package io.tagginggateway.app.fault;

import io.tagginggateway.core.state.FaultStore;
import io.tagginggateway.core.state.FaultStore.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force. The first one, in the order of their addition, that spoils a request keeps
 * it: a request suffers one fault at most. Any thread may ask or change them; where there are no
 * rules, asking is one read. A call fails through its stage if the store does; all are complete at
 * once while the store is in this process.
 */
public final class FaultRules {
  /** How many rules there may be; beyond it those that are used up make room. */
  public static final int MAX_RULES = FaultStore.MAX;

  private static final CompletionStage<Optional<FaultRule>> NONE =
      CompletableFuture.completedFuture(Optional.empty());

  private final ErrorTables errors;
  private final FaultStore store;
  private final RuleDocuments documents;
  private final Map<String, Random> draws = new ConcurrentHashMap<>();

  /**
   * The rules that a store keeps.
   *
   * @param errors the errors that rules may name
   * @param writer writes a rule so that {@link FaultReader} reads the same
   */
  public FaultRules(ErrorTables errors, FaultStore store, Function<FaultRule, String> writer) {
    this.errors = errors;
    this.store = store;
    this.documents = new RuleDocuments(new FaultReader(errors), writer);
  }

  /** The errors that rules may name. */
  public ErrorTables errors() {
    return errors;
  }

  /** Whether a request need not ask. */
  public boolean isEmpty() {
    List<Counted> armed = store.armedNow();
    return armed != null && armed.isEmpty();
  }

  /** The rule that spoils this request, and counts it; empty if there is none. */
  public CompletionStage<Optional<FaultRule>> take(FaultTarget target) {
    List<Counted> armed = store.armedNow();
    return armed != null
        ? take(target, armed, 0)
        : store.armed().thenCompose(known -> take(target, known, 0));
  }

  private CompletionStage<Optional<FaultRule>> take(
      FaultTarget target, List<Counted> armed, int from) {
    for (int i = from; i < armed.size(); i++) {
      FaultRule rule = documents.read(armed.get(i));
      if (rule != null && rule.canSpoil(target, errors)) {
        CompletableFuture<Boolean> struck = store.strike(armed.get(i).id()).toCompletableFuture();
        if (!struck.isDone() || struck.isCompletedExceptionally()) {
          return orNext(target, armed, i, rule, struck);
        }
        if (struck.join()) {
          return CompletableFuture.completedFuture(Optional.of(drawn(armed.get(i).id(), rule)));
        }
      }
    }
    return NONE;
  }

  private CompletionStage<Optional<FaultRule>> orNext(
      FaultTarget target,
      List<Counted> armed,
      int i,
      FaultRule rule,
      CompletionStage<Boolean> hit) {
    return hit.thenCompose(
        struck ->
            struck
                ? CompletableFuture.completedFuture(Optional.of(drawn(armed.get(i).id(), rule)))
                : take(target, armed, i + 1));
  }

  /** The rule with what is drawn for one request; each gateway draws for its own. */
  private FaultRule drawn(String id, FaultRule rule) {
    if (!(rule.fault() instanceof Fault.Delay delay) || delay.maxMillis() == delay.millis()) {
      return rule;
    }
    if (draws.size() > MAX_RULES) {
      draws.clear();
    }
    return rule.with(delay.drawn(draws.computeIfAbsent(id, first -> new Random(rule.seed()))));
  }

  /** Adds a rule; empty if there are too many that are not used up. */
  public CompletionStage<Optional<ActiveRule>> add(FaultRule rule) {
    return store
        .add(documents.write(rule))
        .thenApply(added -> added.map(counted -> new ActiveRule(counted.id(), rule, 0, 0)));
  }

  /** Every rule, used up or not, in the order of their addition. */
  public CompletionStage<List<ActiveRule>> all() {
    return store
        .all()
        .thenApply(
            all -> {
              List<ActiveRule> rules = new ArrayList<>();
              for (Counted counted : all) {
                ActiveRule rule = active(counted);
                if (rule != null) {
                  rules.add(rule);
                }
              }
              return rules;
            });
  }

  private @Nullable ActiveRule active(Counted counted) {
    FaultRule rule = documents.read(counted);
    return rule == null
        ? null
        : new ActiveRule(counted.id(), rule, counted.matched(), counted.spoiled());
  }

  /** One rule, or empty if there is none of this id. */
  public CompletionStage<Optional<ActiveRule>> find(String id) {
    return all().thenApply(all -> all.stream().filter(rule -> rule.id().equals(id)).findFirst());
  }

  /** Takes a rule away; false if there is none of this id. */
  public CompletionStage<Boolean> remove(String id) {
    return store.remove(id);
  }

  /** Takes every rule away. */
  public CompletionStage<Void> clear() {
    return store.clear();
  }
}
