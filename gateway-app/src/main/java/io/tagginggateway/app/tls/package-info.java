/**
 * Certificates that clients of the real hosts accept: a CA of our own, and one leaf for each name.
 */
@NullMarked
package io.tagginggateway.app.tls;

import org.jspecify.annotations.NullMarked;
