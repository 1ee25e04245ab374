/** The products of Virtual Private Cloud: VPC IPAM. */
@NullMarked
package io.tagginggateway.vpc;

import org.jspecify.annotations.NullMarked;
