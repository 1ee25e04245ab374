package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewSituation;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rule of the view over all products a request broke, and what follows it. */
final class ViewRuleHints {
  private static final String ARN = "arn:acs:<product>:<region>:<account>:<type>/<id>";

  private ViewRuleHints() {}

  /** One sentence. */
  static String broken(Exchange exchange, ViewOperation operation, ViewSituation situation) {
    Parameters sent = exchange.parameters();
    TagView view = operation.view();
    TagView.Parameters names = view.parameters();
    List<String> arns = NumberedList.values(sent, names.arns());
    return switch (situation) {
      case NO_ARNS ->
          first(
              Misnamed.single(sent, names.arns() + ".1", List.of()),
              "The request names no resource: send " + names.arns() + ".1=" + ARN + ".");
      case TOO_MANY_ARNS ->
          "The request names "
              + Words.count(arns.size(), "resource")
              + " and may name "
              + view.limits().arns()
              + ": send the others in further requests.";
      case BAD_ARN -> "A resource is named " + ARN + ", and not " + shown(arns) + ".";
      case OTHER_ACCOUNT ->
          "An ARN names another account than that of the caller: write its own, or * for it.";
      case OTHER_REGION ->
          "An ARN names another region than "
              + exchange.region()
              + ", in which the request is asked: send RegionId, or write * for the region.";
      case UNKNOWN_SERVICE ->
          "An ARN names a product that is not played here: GET /_gateway/products lists them; "
              + shown(arns)
              + " was sent.";
      case UNKNOWN_TYPE ->
          "The product has no resource type of that name: GET /_gateway/products lists its types.";
      case BAD_TAGS -> names.tags() + " is a JSON object of texts, such as {\"team\":\"orders\"}.";
      case NO_KEY ->
          "The request names no key: send "
              + (operation.kind() == ViewOperation.Kind.VALUES ? names.key() : names.keys() + ".1")
              + ".";
      case TOO_MANY_TAGS ->
          "The request names more tags than it may: at most "
              + Math.max(view.limits().tags(), view.limits().keys())
              + ".";
      case DUPLICATE_KEY -> "A key stands twice: a resource has one value of a key.";
      case SYSTEM_KEY -> "A key that starts with acs: or aliyun is the cloud's own, and stays.";
      case BAD_KEY ->
          "A key is not allowed: it has at most "
              + view.key().max()
              + " characters and does not start with acs: or aliyun.";
      case BAD_VALUE ->
          "A value is not allowed: it has at most " + view.value().max() + " characters.";
      case BAD_CATEGORY -> names.category() + " is Custom, System or All.";
      case BAD_QUERY_TYPE -> names.query() + " is ResourceTag or MetaTag.";
      case BAD_FUZZY_TYPE -> names.fuzzy() + " is EQUAL or PREFIX.";
      case PRESET_KEY_NOT_FOUND -> "There are no preset tags here: ask for ResourceTag.";
      case BAD_PAGE_SIZE ->
          names.pageSize() + " is a whole number from 1 to " + view.paging().maxSize() + ".";
      case BAD_NEXT_TOKEN ->
          names.token()
              + " was issued for another query, or never: send it with the same parameters as the"
              + " page before, and unchanged.";
      case TOO_MANY_TAGS_ON_RESOURCE -> "A resource would carry more tags than it may.";
      case RESOURCE_NOT_FOUND ->
          "The resource was never declared, and resources: declared tags no other one.";
    };
  }

  private static String first(@Nullable String found, String otherwise) {
    return Objects.requireNonNullElse(found, otherwise);
  }

  private static String shown(List<String> arns) {
    return arns.isEmpty() ? "nothing" : Words.quoted(arns.get(0));
  }
}
