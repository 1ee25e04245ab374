package io.tagginggateway.core.product;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a product version is on the wire: what routing needs, and all that is read of it at start.
 *
 * @param code the product code, such as {@code VpcIpam}
 * @param version the API version, such as {@code 2023-02-28}
 * @param name what people call it
 * @param style how its requests name the operation
 * @param hostLabel the first label of its local names, such as {@code vpcipam} in {@code
 *     vpcipam.localhost}
 * @param hosts the host names it answers, lower-case; {@link #REGION} stands for one label that
 *     names the region
 * @param arn what ARNs call it, such as {@code vpc}; several products may have one
 * @param location its code in the Location service, or null if it has none
 * @param sharesVersionWith the codes of products that have the same version in the cloud too
 * @param sharesHostsWith the codes of products that have a host in common with it
 * @param listsRegions whether one of its operations lists the regions
 */
public record ProductHead(
    String code,
    String version,
    String name,
    Style style,
    String hostLabel,
    List<String> hosts,
    String arn,
    @Nullable String location,
    List<String> sharesVersionWith,
    List<String> sharesHostsWith,
    boolean listsRegions) {

  /** Stands for the label of a host name that is a region. */
  public static final String REGION = "<region>";

  /** The code and the version, as messages name a product version: {@code VpcIpam 2023-02-28}. */
  public String title() {
    return code + " " + version;
  }

  /** Every host name it answers, the local ones included. */
  public List<String> allHosts() {
    List<String> all = new ArrayList<>(hosts);
    all.add(hostLabel + ".localhost");
    all.add(hostLabel + "." + REGION + ".localhost");
    return all;
  }
}
