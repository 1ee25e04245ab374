package io.tagginggateway.testkit;

/** The operations on tags, which count in any case. */
public final class TagOperations {
  public static final String LIST_TAG_RESOURCES = "ListTagResources";
  public static final String LIST_TAG_RESOURCES_FOR_EXPRESS_CONNECT =
      "ListTagResourcesForExpressConnect";
  public static final String TAG_RESOURCES = "TagResources";
  public static final String TAG_RESOURCES_FOR_EXPRESS_CONNECT = "TagResourcesForExpressConnect";
  public static final String UNTAG_RESOURCES = "UntagResources";
  public static final String UNTAG_RESOURCES_FOR_EXPRESS_CONNECT =
      "UntagResourcesForExpressConnect";

  private TagOperations() {}
}
