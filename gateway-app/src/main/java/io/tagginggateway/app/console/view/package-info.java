/** What the console's templates write: values, made and formatted already. */
@NullMarked
package io.tagginggateway.app.console.view;

import org.jspecify.annotations.NullMarked;
