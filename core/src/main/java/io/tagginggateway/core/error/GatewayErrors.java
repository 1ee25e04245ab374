package io.tagginggateway.core.error;

import java.util.List;
import java.util.stream.Stream;

/**
 * The errors that the gateway answers before it asks a product; they are the same for all products.
 *
 * <p>Source: the gateway table of the dialect reference, section 6. The entries below the mark have
 * no source; they were chosen here, in the same style.
 */
public final class GatewayErrors {
  public static final ApiError MALFORMED_PARAMETERS =
      of("RequestParameterMalformed", 400, "Request parameters has malformed encoded characters.");
  public static final ApiError PRODUCT_NOT_FOUND =
      of("InvalidProduct.NotFound", 404, "Cannot find product according to your specified domain.");
  public static final ApiError INVALID_FORMAT =
      of("InvalidParameter.Format", 400, "Specified parameter format is not valid.");
  public static final ApiError ACTION_NOT_FOUND =
      of(
          "InvalidAction.NotFound",
          404,
          "Specified api is not found, please check your url and method.");
  public static final ApiError INVALID_VERSION =
      of("InvalidVersion", 400, "Specified parameter Version is not valid.");
  public static final ApiError INVALID_SIGNATURE_METHOD =
      of("InvalidSignatureMethod", 400, "Specified signature method is not valid.");
  public static final ApiError INVALID_TIMESTAMP_FORMAT =
      of(
          "InvalidTimeStamp.Format",
          400,
          "Specified time stamp or date value is not well formatted.");
  public static final ApiError TIMESTAMP_EXPIRED =
      of("InvalidTimeStamp.Expired", 400, "Specified time stamp or date value is expired.");
  public static final ApiError ACCESS_KEY_NOT_FOUND =
      of("InvalidAccessKeyId.NotFound", 404, "Specified access key is not found.");
  public static final ApiError ACCESS_KEY_INACTIVE =
      of("InvalidAccessKeyId.Inactive", 400, "Specified access key is disabled.");
  public static final ApiError SECURITY_TOKEN_MALFORMED =
      of("InvalidSecurityToken.Malformed", 400, "Specified SecurityToken is malformed.");
  public static final ApiError SECURITY_TOKEN_EXPIRED =
      of("InvalidSecurityToken.Expired", 400, "Specified SecurityToken is expired.");
  public static final ApiError SECURITY_TOKEN_MISMATCH =
      of(
          "InvalidSecurityToken.MismatchWithAccessKey",
          400,
          "Specified SecurityToken mismatch with the AccessKey.");
  public static final ApiError SIGNATURE_MISMATCH =
      of(
          "SignatureDoesNotMatch",
          400,
          "Specified signature is not matched with our calculation. server string to sign is:");
  public static final ApiError NONCE_USED =
      of("SignatureNonceUsed", 400, "Specified signature nonce was used already.");
  public static final ApiError THROTTLING_USER =
      of("Throttling.User", 400, "Request was denied due to user flow control.");
  public static final ApiError THROTTLING_API =
      of("Throttling.Api", 400, "Request was denied due to api flow control.");
  public static final ApiError INTERNAL_ERROR =
      of(
          "InternalError",
          500,
          "The request processing has failed due to some unknown error, exception or failure.");
  public static final ApiError SERVICE_UNAVAILABLE =
      of(
          "ServiceUnavailable",
          503,
          "The request has failed due to a temporary failure of the server.");

  // ---- chosen: no source was found for these ----

  public static final ApiError UNSUPPORTED_METHOD =
      of("UnsupportedHTTPMethod", 400, "This http method is not supported.");
  public static final ApiError INVALID_REGION =
      of("InvalidRegionId.NotFound", 404, "The specified RegionId does not exist.");
  public static final ApiError BODY_TOO_LARGE =
      of("RequestEntityTooLarge", 413, "The request body exceeds the limit.");
  public static final ApiError LINE_TOO_LONG =
      of("RequestURITooLong", 414, "The request line exceeds the limit.");
  public static final ApiError HEADERS_TOO_LARGE =
      of("RequestHeaderTooLarge", 431, "The request headers exceed the limit.");
  public static final ApiError TOO_MANY_PARAMETERS =
      of("TooManyParameters", 400, "The number of request parameters exceeds the limit.");
  public static final ApiError BAD_REQUEST =
      of("BadRequest", 400, "The request is not well-formed HTTP.");

  /** The parameters that {@link #missing} is asked for. */
  private static final List<String> MANDATORY =
      List.of(
          "Version",
          "AccessKeyId",
          "Signature",
          "SignatureMethod",
          "SignatureVersion",
          "SignatureNonce",
          "Timestamp",
          "RegionId");

  private static final List<ApiError> CONSTANTS =
      List.of(
          MALFORMED_PARAMETERS,
          PRODUCT_NOT_FOUND,
          INVALID_FORMAT,
          ACTION_NOT_FOUND,
          INVALID_VERSION,
          INVALID_SIGNATURE_METHOD,
          INVALID_TIMESTAMP_FORMAT,
          TIMESTAMP_EXPIRED,
          ACCESS_KEY_NOT_FOUND,
          ACCESS_KEY_INACTIVE,
          SECURITY_TOKEN_MALFORMED,
          SECURITY_TOKEN_EXPIRED,
          SECURITY_TOKEN_MISMATCH,
          SIGNATURE_MISMATCH,
          NONCE_USED,
          THROTTLING_USER,
          THROTTLING_API,
          INTERNAL_ERROR,
          SERVICE_UNAVAILABLE,
          UNSUPPORTED_METHOD,
          INVALID_REGION,
          BODY_TOO_LARGE,
          LINE_TOO_LONG,
          HEADERS_TOO_LARGE,
          TOO_MANY_PARAMETERS,
          BAD_REQUEST);

  private GatewayErrors() {}

  /** Every error of this table, with one entry for each mandatory parameter. */
  public static List<ApiError> all() {
    return Stream.concat(CONSTANTS.stream(), MANDATORY.stream().map(GatewayErrors::missing))
        .toList();
  }

  /**
   * The error for a parameter that is mandatory and was not sent, such as {@code MissingVersion}.
   */
  public static ApiError missing(String parameter) {
    return of("Missing" + parameter, 400, parameter + " is mandatory for this action.");
  }

  private static ApiError of(String code, int status, String message) {
    return new ApiError(code, status, message);
  }
}
