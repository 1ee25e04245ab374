package io.tagginggateway.app.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.GuestLimits;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.auth.AccessKeys;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.request.Headers;
import io.tagginggateway.core.request.RpcRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class InternalErrorTest {

  /** A defect of ours, wherever it is. */
  private static final class Defect implements Authenticator {
    @Override
    public CompletionStage<Caller> authenticate(RpcRequest request, AccessKeys keys) {
      throw new IllegalStateException("a secret of the implementation");
    }

    @Override
    public boolean strict() {
      return false;
    }
  }

  @Test
  void aDefectIsAnErrorOfTheApiAndTellsNothingOfItself() throws IOException {
    List<TaggingService> services =
        ProductBundle.installed().entries().stream()
            .map(entry -> new TaggingService(entry, ServiceSettings.DEFAULT))
            .toList();
    Gateway gateway =
        new Gateway(
            new HostTable(services, Map.of()),
            new Defect(),
            new StateHolder(GatewayState.empty()),
            new GatewaySettings("cn-hangzhou", OwnNames.of(List.of()), GuestLimits.NONE),
            new FaultRules(new ErrorTables(ProductBundle.installed())),
            exchange -> {});
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Exchange exchange =
        gateway.admit(
            new HttpInput(
                "GET",
                "/",
                "apigateway.cn-hangzhou.aliyuncs.com",
                "Action=ListTagResources&Format=JSON",
                Headers.NONE,
                new byte[0]));
    gateway.answer(exchange, out);

    assertThat(exchange.status()).isEqualTo(500);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "\"Code\":\"InternalError\"",
            "\"Message\":\"The request processing has failed due to some unknown error, exception"
                + " or failure.\"")
        .doesNotContain("secret");
  }
}
