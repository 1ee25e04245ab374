package io.tagginggateway.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GatewayErrorsTest {

  @Test
  void everyErrorIsInTheTable() throws Exception {
    List<Object> constants = new ArrayList<>();
    for (Field field : GatewayErrors.class.getFields()) {
      constants.add(field.get(null));
    }
    assertThat(constants).hasSizeGreaterThan(20);
    assertThat(GatewayErrors.all())
        .doesNotHaveDuplicates()
        .containsAll(constants.stream().map(ApiError.class::cast).toList())
        .contains(GatewayErrors.missing("SignatureNonce"), GatewayErrors.missing("RegionId"));
  }
}
