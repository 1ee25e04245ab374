package io.tagginggateway.core.product;

import io.tagginggateway.core.request.Format;
import java.util.List;

/**
 * Who a product is on the wire.
 *
 * @param code the product code, such as {@code VpcIpam}
 * @param version the API version, such as {@code 2023-02-28}
 * @param hostLabel the first label of its local names, such as {@code vpcipam} in {@code
 *     vpcipam.localhost}
 * @param hosts the host names it answers, lower-case; {@code <region>} stands for one label that
 *     names the region
 * @param defaultFormat the format when a request names none
 * @param regionRequired whether a request must carry RegionId
 */
public record Product(
    String code,
    String version,
    String hostLabel,
    List<String> hosts,
    Format defaultFormat,
    boolean regionRequired) {}
