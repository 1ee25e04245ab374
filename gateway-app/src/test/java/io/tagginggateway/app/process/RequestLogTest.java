package io.tagginggateway.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tagginggateway.app.TestGateway;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.log.RequestLogging;
import io.tagginggateway.app.metrics.RequestMetrics;
import io.tagginggateway.app.rpc.BrokenGateway;
import io.tagginggateway.app.rpc.ExchangeObserver;
import io.tagginggateway.core.product.file.ProductBundle;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

@Timeout(60)
final class RequestLogTest {
  private static final String GOOD =
      TestGateway.ipam("ListTagResources", "&ResourceId.1=i")
          + "&Signature=s3cret&SecurityToken=s3cret";
  private static final String BAD = TestGateway.ipam("ListTagResource", "&Signature=s3cret");

  private final Logger logger = (Logger) LoggerFactory.getLogger("io.tagginggateway.request");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  /** The lines of these requests; all are written when this returns. */
  private List<String> ask(RequestLog log, String... queries) throws Exception {
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
    ExchangeRecorder records =
        new ExchangeRecorder(
            new Journal(0, 16 << 20),
            new RequestMetrics(new ErrorTables(ProductBundle.installed())),
            log);
    try (log;
        BrokenGateway gateway = watched(records)) {
      for (String query : queries) {
        gateway.get(query).join();
      }
    }
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static BrokenGateway watched(ExchangeObserver observer) {
    BrokenGateway.Parts parts = new BrokenGateway.Parts();
    parts.observer = observer;
    return new BrokenGateway(parts);
  }

  @AfterEach
  void detach() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }

  @Test
  void aRequestIsOneLineWithoutSecrets() throws Exception {
    List<String> all = ask(new RequestLog(RequestLogging.ALL), GOOD, BAD);
    assertThat(all).hasSize(2);
    assertThat(all.get(0)).matches("[0-9A-F-]{36} 200 VpcIpam ListTagResources OK [0-9]+ us.*");
    assertThat(all.get(1))
        .matches("[0-9A-F-]{36} 404 VpcIpam ListTagResource InvalidAction.NotFound [0-9]+ us.*");
    assertThat(lines.list.get(0).getKeyValuePairs())
        .extracting((KeyValuePair pair) -> pair.key)
        .contains("requestId", "status", "product", "action", "code", "micros");
    assertThat(all + lines.list.get(0).getKeyValuePairs().toString()).doesNotContain("s3cret");
  }

  @Test
  void errorsAloneAreLinesUnlessMoreIsWanted() throws Exception {
    assertThat(ask(new RequestLog(RequestLogging.ERRORS), GOOD, BAD))
        .singleElement()
        .asString()
        .contains("InvalidAction.NotFound");
  }

  @Test
  void offIsNoLine() throws Exception {
    assertThat(ask(new RequestLog(RequestLogging.OFF), GOOD, BAD)).isEmpty();
  }

  @Test
  void aWarnLevelIsNoLine() throws Exception {
    logger.setLevel(Level.WARN);
    RequestLog log = new RequestLog(RequestLogging.ALL);
    lines.start();
    logger.addAppender(lines);
    try (log;
        BrokenGateway gateway = watched((exchange, sent, now) -> log.add(exchange, now))) {
      gateway.get(BAD).join();
    }
    assertThat(lines.list).isEmpty();
  }

  @Test
  void linesBeyondTheRateAreCountedAndTold() throws Exception {
    RequestLog log = new RequestLog(RequestLogging.ERRORS, 0);
    assertThat(ask(log, BAD, BAD, BAD)).isEmpty();
    assertThat(log.leftOut()).isEqualTo(3);
  }

  @Test
  void whatWasLeftOutIsToldByTheNextLine() throws Exception {
    RequestLog log = new RequestLog(RequestLogging.ERRORS, 1);
    // The second and third are in the second of the first one, or else lines of their own.
    List<String> all = ask(log, BAD, BAD, BAD);
    long told =
        all.stream()
            .filter(line -> line.endsWith("a second"))
            .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
            .sum();
    long written = all.stream().filter(line -> line.contains("InvalidAction")).count();
    assertThat(written + told + log.leftOut()).isEqualTo(3);
    assertThat(written).isPositive();
  }
}
