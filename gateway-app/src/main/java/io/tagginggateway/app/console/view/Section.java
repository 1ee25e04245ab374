package io.tagginggateway.app.console.view;

/** What the console's navigation leads to. */
public enum Section {
  /** The journal, live. */
  REQUESTS("Requests", "/_gateway/"),
  /** What is stored. */
  STATE("State", "/_gateway/console/state"),
  /** What goes wrong on purpose. */
  FAULTS("Faults", "/_gateway/console/faults"),
  /** Calls to make. */
  TRY("Try it", "/_gateway/console/try"),
  /** How clients find this gateway. */
  CONNECT("Connect", "/_gateway/console/connect"),
  /** What is played, and how it is known. */
  PRODUCTS("Products", "/_gateway/console/products");

  private final String title;
  private final String path;

  Section(String title, String path) {
    this.title = title;
    this.path = path;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** Where it is. */
  public String path() {
    return path;
  }
}
