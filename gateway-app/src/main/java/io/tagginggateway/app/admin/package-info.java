/** What the gateway tells and takes below {@code /_gateway}. */
@NullMarked
package io.tagginggateway.app.admin;

import org.jspecify.annotations.NullMarked;
