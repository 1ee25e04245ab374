/** VPC IPAM 2023-02-28: a flat list that ends with an empty token. */
@NullMarked
package io.tagginggateway.vpc;

import org.jspecify.annotations.NullMarked;
