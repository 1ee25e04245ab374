package io.tagginggateway.core.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Fixtures that are read, aside from what requests see, until one of {@link #replace}, {@link #add}
 * and {@link #restart} puts them in place, whole. Not thread-safe. Its calls may block until the
 * store took what came before, so that a load of any length takes little memory.
 *
 * <p>A call fails with {@link io.tagginggateway.core.tag.StoreUnavailableException} if the store
 * cannot be asked.
 */
public interface Draft extends AutoCloseable {

  /** Declares an account; again is no error. */
  void account(String id);

  /** Declares a key, unless one of its id is there: then false. */
  boolean add(AccessKey key);

  /**
   * Adds a resource, unless one of its id is there: then false, and {@link #owner} tells whose it
   * is. A store that is far away may find that out later: see {@link #endOfSource}.
   */
  boolean add(Partition partition, StoredResource resource);

  /** Adds what is known of a resource besides its tags. */
  void add(Partition partition, ResourceRecord record);

  /** The source before this one that holds a resource, or null if it is in this one. */
  @Nullable String owner(Partition partition, String id);

  /**
   * Ends a source.
   *
   * @param name what messages call it
   * @throws DeclaredTwiceException if it holds a resource that is there already, and {@link #add}
   *     has not told
   */
  void endOfSource(String name);

  /** Puts it in the place of the whole state. A reset still goes back to the start. */
  CompletionStage<Void> replace();

  /**
   * Adds it to the state. A resource or an access key that is in both is as it says; callers lose
   * nothing that they write meanwhile.
   */
  CompletionStage<Void> add();

  /** Puts it in the place of the whole state; from now on a reset goes back to it. */
  CompletionStage<Void> restart();

  /**
   * The same for files that changed and are read anew. Where gateways share the store, each of them
   * sees the change: the first one puts the files in place, and those that bring the same later do
   * nothing.
   */
  CompletionStage<Void> reload();

  /** Drops it, unless it was put in place. */
  @Override
  void close();
}
