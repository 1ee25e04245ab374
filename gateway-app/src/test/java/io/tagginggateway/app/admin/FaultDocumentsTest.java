package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultReader;
import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.fault.FaultType;
import io.tagginggateway.core.product.file.ProductBundle;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules as gateways that share a store write them down for each other. */
final class FaultDocumentsTest {
  private static final List<String> RULES =
      List.of(
          "{'fault':{'type':'error','code':'Throttling.User','retryAfterMillis':7}}",
          "{'fault':{'type':'error','code':'Own','status':418,'message':'a \\\"b\\\" é'}}",
          "{'fault':{'type':'delay','millis':5,'maxMillis':9},'seed':-3}",
          "{'fault':{'type':'reset'},'phase':'after','skip':3,'times':0,'probability':0.1}",
          "{'fault':{'type':'truncate','bytes':40},'times':9}",
          "{'fault':{'type':'html','status':502}}",
          "{'fault':{'type':'expire-token'}}",
          "{'fault':{'type':'page-size','size':1}}",
          "{'fault':{'type':'envelope'}}",
          "{'fault':{'type':'body','content':'x\\u0000y','contentType':'text/plain','status':201}}",
          "{'fault':{'type':'garbage'}}",
          "{'fault':{'type':'dribble','millis':20}}",
          "{'fault':{'type':'empty'}}",
          "{'match':{'product':'VpcIpam','action':'TagResources','accessKeyId':'k','account':'1',"
              + "'parameters':{'ResourceId.1':'a b'}},'fault':{'type':'reset'}}");

  private final FaultReader reader = new FaultReader(new ErrorTables(ProductBundle.installed()));

  private FaultRule read(String json) {
    return reader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatOneGatewayWritesAnotherReadsTheSame() {
    Set<FaultType> kinds = EnumSet.noneOf(FaultType.class);
    for (String json : RULES) {
      FaultRule rule = read(json.replace('\'', '"'));
      assertThat(read(FaultJson.document(rule))).as(json).isEqualTo(rule);
      kinds.add(rule.fault().type());
    }
    assertThat(kinds).containsExactly(FaultType.values());
  }
}
