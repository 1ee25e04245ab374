/**
 * The console: pages for people, below {@code /_gateway/}. Nothing of it is loaded before the first
 * page is asked for. It shows and changes what the admin API does, through the same services,
 * behind the same guard.
 *
 * <p>A request goes through {@link io.tagginggateway.app.console.ConsoleEndpoint} to {@link
 * io.tagginggateway.app.console.Console}, which runs the {@link io.tagginggateway.app.console.Page}
 * of its path on a worker thread; a page makes a view (package {@code view}), and a template of
 * {@code src/main/jte} writes it.
 */
@NullMarked
package io.tagginggateway.app.console;

import org.jspecify.annotations.NullMarked;
