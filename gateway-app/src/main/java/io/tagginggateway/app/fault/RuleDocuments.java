package io.tagginggateway.app.fault;

import io.tagginggateway.core.state.FaultStore.Counted;
import io.tagginggateway.core.state.FaultStore.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules as a store keeps them, and as requests ask them. What was read once is kept, so that a
 * request reads no document. Thread-safe.
 */
final class RuleDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(RuleDocuments.class);

  private final FaultReader reader;
  private final Function<FaultRule, String> writer;
  private final Map<String, Read> byDocument = new ConcurrentHashMap<>();

  /** What became of a document; null if no rule did. */
  private record Read(@Nullable FaultRule rule) {}

  RuleDocuments(FaultReader reader, Function<FaultRule, String> writer) {
    this.reader = reader;
    this.writer = writer;
  }

  Rule write(FaultRule rule) {
    String document = writer.apply(rule);
    keep(document, new Read(rule));
    return new Rule(document, rule.skip(), rule.times(), rule.probability(), rule.seed());
  }

  /** The rule of a document, or null if a gateway of another version wrote what this one cannot. */
  @Nullable FaultRule read(Counted counted) {
    String document = counted.rule().document();
    Read known = byDocument.get(document);
    if (known == null) {
      known = new Read(parse(counted.id(), document));
      keep(document, known);
    }
    return known.rule;
  }

  private void keep(String document, Read what) {
    if (byDocument.size() > 2 * FaultRules.MAX_RULES) {
      byDocument.clear();
    }
    byDocument.put(document, what);
  }

  private @Nullable FaultRule parse(String id, String document) {
    try {
      return reader.read(document.getBytes(StandardCharsets.UTF_8));
    } catch (BadRuleException e) {
      LOG.warn("{} is not for this gateway: {} {}", id, e.pointer(), e.reason());
      return null;
    }
  }
}
