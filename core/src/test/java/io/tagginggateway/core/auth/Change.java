package io.tagginggateway.core.auth;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change of one character of a signed request, and the error that must answer it. */
enum Change {
  METHOD("^(GET|POST)", "SignatureDoesNotMatch"),
  QUERY_OR_FORM_VALUE("[?&\n]ResourceType=(.)", "SignatureDoesNotMatch"),
  QUERY_OR_FORM_NAME("[?&\n]ResourceId\\.(1)=", "SignatureDoesNotMatch"),
  CHINESE_VALUE("%28%E4%B8%A(D)", "SignatureDoesNotMatch"),
  FIRST_OF_SIGNATURE("[?&,]Signature=(.)", "SignatureDoesNotMatch"),
  LAST_OF_V1_SIGNATURE("&Signature=[^&]*(.)%3D", "SignatureDoesNotMatch"),
  LAST_OF_ACS3_SIGNATURE(",Signature=[0-9a-f]{63}(.)", "SignatureDoesNotMatch"),
  CASE_OF_ACS3_SIGNATURE(",Signature=\\d*([a-f])", "SignatureDoesNotMatch") {
    @Override
    String other(String character) {
      return character.toUpperCase(Locale.ROOT);
    }
  },
  SECOND_OF_TIME("(?:x-acs-date: |Timestamp=)\\S{15,20}(\\d)Z", "SignatureDoesNotMatch"),
  YEAR_OF_TIME("(?:x-acs-date: |Timestamp=)202(6)", "InvalidTimeStamp.Expired"),
  ZONE_OF_TIME("(?:x-acs-date: |Timestamp=)[^&\\s]{19,23}(Z)", "InvalidTimeStamp.Format"),
  NONCE("(?:x-acs-signature-nonce: |SignatureNonce=)(.)", "SignatureDoesNotMatch"),
  ACCESS_KEY_ID("(?:Credential|AccessKeyId)=(t)", "InvalidAccessKeyId.NotFound"),
  SECURITY_TOKEN(
      "(?:x-acs-security-token: |SecurityToken=)(t)", "InvalidSecurityToken.MismatchWithAccessKey"),
  V1_METHOD("SignatureMethod=HMAC-SHA(1)", "InvalidSignatureMethod"),
  V1_VERSION("SignatureVersion=1.(0)", "InvalidSignatureMethod"),
  ACS3_METHOD("Authorization: ACS3-HMAC-SHA25(6)", "InvalidSignatureMethod"),
  SIGNED_ACTION_HEADER("SignedHeaders=(?s:.*)x-acs-action: (.)", "SignatureDoesNotMatch"),
  SIGNED_HOST_HEADER("(?s)SignedHeaders=host;.*\r\nhost: (.)", "SignatureDoesNotMatch"),
  HOST_HEADER_BEFORE("(?s)\r\nhost: (.).*SignedHeaders=host;", "SignatureDoesNotMatch"),
  SIGNED_CONTENT_TYPE(
      "(?s)SignedHeaders=content-type;.*Content-Type: (a)", "SignatureDoesNotMatch"),
  NAME_OF_SIGNED_HEADER("SignedHeaders=[^,\\s]*x-acs-versio(n)", "SignatureDoesNotMatch"),
  BODY_HASH("x-acs-content-sha256: (.)", "SignatureDoesNotMatch");

  private final Pattern place;
  private final String code;

  Change(String place, String code) {
    this.place = Pattern.compile(place);
    this.code = code;
  }

  String code() {
    return code;
  }

  boolean appliesTo(String raw) {
    return place.matcher(raw).find();
  }

  String applyTo(String raw) {
    Matcher found = place.matcher(raw);
    if (!found.find()) {
      throw new IllegalArgumentException(this + " has no place in " + raw);
    }
    return raw.substring(0, found.start(1)) + other(found.group(1)) + raw.substring(found.end(1));
  }

  String other(String character) {
    return switch (character) {
      case "GET" -> "POST";
      case "POST" -> "GET";
      case "1" -> "3";
      case "a" -> "b";
      default -> character.equals("A") ? "B" : Character.isDigit(character.charAt(0)) ? "1" : "a";
    };
  }
}
