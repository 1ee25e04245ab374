package io.tagginggateway.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tagginggateway.app.TestGateway;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.metrics.RequestMetrics;
import io.tagginggateway.core.product.file.ProductBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

@Timeout(60)
final class RequestLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.tagginggateway.request");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private void ask(Level level) throws Exception {
    logger.setLevel(level);
    lines.start();
    logger.addAppender(lines);
    ExchangeRecorder records =
        new ExchangeRecorder(
            new Journal(0, 16 << 20),
            new RequestMetrics(new ErrorTables(ProductBundle.installed())));
    try (TestGateway gateway = TestGateway.watched(records)) {
      gateway.get(
          TestGateway.ipam("ListTagResources", "&ResourceId.1=i")
              + "&Signature=s3cret&SecurityToken=s3cret");
    }
  }

  @AfterEach
  void detach() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }

  @Test
  void aRequestIsOneLineAtDebugWithoutSecrets() throws Exception {
    ask(Level.DEBUG);
    assertThat(lines.list).hasSize(1);
    ILoggingEvent line = lines.list.get(0);
    assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
    assertThat(line.getFormattedMessage())
        .matches("[0-9A-F-]{36} VpcIpam ListTagResources OK [0-9]+ us");
    assertThat(line.getKeyValuePairs())
        .extracting((KeyValuePair pair) -> pair.key)
        .containsExactly("requestId", "product", "action", "code", "micros");
    assertThat(line.getFormattedMessage() + line.getKeyValuePairs()).doesNotContain("s3cret");
  }

  @Test
  void aRequestIsNoLineAtInfo() throws Exception {
    ask(Level.INFO);
    assertThat(lines.list).isEmpty();
  }
}
