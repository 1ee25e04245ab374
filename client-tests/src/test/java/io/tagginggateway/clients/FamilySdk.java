package io.tagginggateway.clients;

import com.aliyun.tea.TeaModel;
import com.aliyun.teaopenapi.models.Config;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SDK of one product version, found by its name: its models are filled and read by theirs. */
final class FamilySdk implements FamilyClient {
  private final String name;
  private final Object client;

  private FamilySdk(String name, Object client) {
    this.name = name;
    this.client = client;
  }

  /** The SDK of a product, or null if it is not on the class path. */
  static @Nullable FamilyClient find(JsonNode product) {
    String code = product.get("code").asText().toLowerCase(Locale.ROOT).replace("-", "_");
    String name = code + product.get("version").asText().replace("-", "");
    try {
      Class<?> type = Class.forName("com.aliyun." + name + ".Client");
      Config config = FamilyTea.config(product);
      return new FamilySdk(name, type.getConstructor(Config.class).newInstance(config));
    } catch (ClassNotFoundException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The version in the name of the file that a class is from. */
  static String versionOf(Class<?> type) {
    Path file = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    return file.getParent().getFileName().toString();
  }

  @Override
  public String artifact() {
    return "com.aliyun:" + name;
  }

  @Override
  public String version() {
    return versionOf(client.getClass());
  }

  @Override
  public @Nullable Object send(JsonNode step, Map<String, Object> parameters) throws Exception {
    String action = step.get("action").asText();
    Class<?> type = Class.forName("com.aliyun." + name + ".models." + action + "Request");
    TeaModel request = TeaModel.toModel(parameters, (TeaModel) type.getConstructor().newInstance());
    String method = action.substring(0, 1).toLowerCase(Locale.ROOT) + action.substring(1);
    try {
      Object response = client.getClass().getMethod(method, type).invoke(client, request);
      TeaModel body = (TeaModel) response.getClass().getMethod("getBody").invoke(response);
      return body.toMap();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
