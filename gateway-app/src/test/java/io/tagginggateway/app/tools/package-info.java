/** The Alibaba Cloud CLI and Terraform, as they were seen. */
@NullMarked
package io.tagginggateway.app.tools;

import org.jspecify.annotations.NullMarked;
