/** Words that people type: which known one a mistyped one stands for. */
@NullMarked
package io.tagginggateway.app.text;

import org.jspecify.annotations.NullMarked;
