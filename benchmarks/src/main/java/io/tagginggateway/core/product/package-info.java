/** Benchmarks of what core shows to nobody but its own package. */
package io.tagginggateway.core.product;
