package io.tagginggateway.app.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.auth.AccessKeys;
import io.tagginggateway.core.store.MemoryTagStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that requests see and change. A load builds a new one aside and puts it in the place
 * of the old one when it is whole.
 *
 * @param store the tags; changes with every TagResources
 * @param accounts the declared accounts, in the order of their declaration
 * @param accessKeys the declared keys by id
 */
public record GatewayState(
    MemoryTagStore store, List<String> accounts, Map<String, AccessKey> accessKeys)
    implements AccessKeys {

  /** Nothing at all. */
  public static GatewayState empty() {
    return new GatewayState(new MemoryTagStore(), List.of(), Map.of());
  }

  /** The same content, which then goes its own way. */
  public GatewayState copy() {
    return new GatewayState(store.copy(), accounts, accessKeys);
  }

  @Override
  public @Nullable AccessKey find(String accessKeyId) {
    return accessKeys.get(accessKeyId);
  }
}
