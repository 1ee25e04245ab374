package io.tagginggateway.console;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pictures of docs/console.md, as this run sees the pages. */
@Timeout(300)
final class PicturesIT {

  @Test
  void everySectionIsPictured() throws IOException, InterruptedException {
    try (RunningJar gateway = RunningJar.start();
        Browser browser = new Browser(gateway.url())) {
      browser.emulate(1200, 800);
      for (int i = 0; i < 8; i++) {
        gateway.list("ipam-uq5dcfc2eqhpf4");
      }
      gateway.send(
          "GET",
          "/?Version=2016-07-14&Action=ListTagResources&ResourceType=apigroup&ResourceId.1=a",
          "");
      gateway.send("GET", "/?Version=2023-02-28&Action=ListTagResource&RegionId=cn-hangzhou", "");
      gateway.send(
          "GET",
          "/?Version=2023-02-28&Action=ListTagResources&RegionId=cn-hangzou&ResourceType=IPAM&ResourceId.1=ipam-uq5dcfc2eqhpf4",
          "");
      gateway.send(
          "POST",
          "/_gateway/faults",
          "{\"match\":{\"product\":\"VpcIpam\",\"action\":\"TagResources\"},"
              + "\"fault\":{\"type\":\"error\",\"code\":\"Throttling.User\"},\"times\":3}");
      browser.open("/_gateway/?live=off");
      browser.picture("requests");
      browser.click("table.requests tbody a");
      browser.untilText("#detail", "curl");
      browser.picture("request");
      browser.open(
          "/_gateway/console/state?account=1234567890123456&product=CloudAPI&region=cn-qingdao&type=apiGroup&open=true");
      browser.picture("state");
      browser.open("/_gateway/console/faults");
      browser.picture("faults");
      browser.open("/_gateway/console/try?b.product=CloudAPI+2016-07-14");
      browser.click("#try-form > p button");
      browser.until(page -> browser.all("#answers .answer").size() == 4);
      browser.script("document.querySelector('#answers').scrollIntoView()");
      browser.picture("try");
      browser.dark(true);
      browser.open("/_gateway/console/connect");
      browser.picture("connect-dark");
      browser.open("/_gateway/console/product?code=VpcIpam&version=2023-02-28");
      browser.picture("product-dark");
      browser.dark(false);
      browser.emulate(400, 800);
      browser.open("/_gateway/?live=off");
      browser.picture("requests-narrow");
    }
  }
}
