package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.state.State;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers the operations of one product: its rules, the shared matcher, its envelope. Called from
 * any thread.
 */
public final class TaggingService {
  /** The rule of a request that names no region where it must. */
  public static final String NO_REGION = "no-region";

  /** The rule of a change that the store refuses because it is full. */
  public static final String STORE_IS_FULL = "store-is-full";

  private final ProductEntry entry;
  private final ServiceSettings settings;
  private final Surroundings surroundings;

  /**
   * A service for a product with the user's settings; the product file is read at the first
   * request.
   */
  public TaggingService(ProductEntry entry, ServiceSettings settings) {
    this(entry, settings, Surroundings.of(entry));
  }

  /** The same with access to the other products and a clock. */
  public TaggingService(ProductEntry entry, ServiceSettings settings, Surroundings surroundings) {
    this.entry = entry;
    this.settings = settings;
    this.surroundings = surroundings;
  }

  /** The product it answers for. */
  public ProductEntry entry() {
    return entry;
  }

  /** The product it answers for, read. */
  public Product product() {
    return entry.product();
  }

  /**
   * The region that a request works in: its RegionId, else that of the host, else the default.
   *
   * @param operation what is asked
   * @param hostRegion the region in the host's name, or null
   * @param defaultRegion the configured region
   * @throws ApiException if the product wants a RegionId and there is none
   */
  public String region(
      RpcRequest request, Operation operation, @Nullable String hostRegion, String defaultRegion) {
    String sent = operation.region(request);
    if (sent == null || sent.isEmpty()) {
      ApiError missing = operation.missingRegion(product().region());
      if (missing != null) {
        throw new ApiException(missing, NO_REGION);
      }
      return hostRegion != null ? hostRegion : defaultRegion;
    }
    if (!Texts.isRegion(sent)) {
      throw new ApiException(GatewayErrors.INVALID_REGION);
    }
    return sent;
  }

  /**
   * Does what a call asks.
   *
   * @return completes on whatever thread the store does; fails with {@link ApiException} if the
   *     call breaks a rule that the store knows; then nothing has changed
   * @throws ApiException if it breaks a rule that the call alone tells; then nothing was asked
   */
  public CompletionStage<? extends Answer> answer(Call call, State state) {
    return call.operation().as(new Families(call, state));
  }

  /** Which service answers which family. */
  private final class Families implements Operation.Cases<CompletionStage<? extends Answer>> {
    private final Call call;
    private final State state;

    Families(Call call, State state) {
      this.call = call;
      this.state = state;
    }

    @Override
    public CompletionStage<? extends Answer> tags(TagOperation operation) {
      return new TagService(entry.head().code(), settings).answer(call, operation, state.tags());
    }

    @Override
    public CompletionStage<? extends Answer> identity(IdentityOperation operation) {
      return new IdentityService(entry.head(), surroundings).answer(call, operation, state);
    }

    @Override
    public CompletionStage<? extends Answer> resource(ResourceOperation operation) {
      return new ResourceService(product(), surroundings.clock()).answer(call, operation, state);
    }

    @Override
    public CompletionStage<? extends Answer> view(ViewOperation operation) {
      return new ViewService(surroundings.products(), settings)
          .answer(call, operation, state.tags());
    }
  }

  /** Writes an answer into {@code out}. */
  public void write(Answer answer, Format format, OutputStream out) throws IOException {
    answer.write(surroundings.documents(), format, out);
  }
}
