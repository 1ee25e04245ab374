package io.tagginggateway.testkit;

import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * A gateway in this JVM, on a free port of the loopback address.
 *
 * <pre>{@code
 * @RegisterExtension
 * static TaggingGateway gateway = TaggingGateway.with("fixtures.yaml").strict();
 * }</pre>
 *
 * <p>In a static field it serves from before the first test of the class until after its last, in
 * an instance field for one test each. Before each test it goes back to its fixtures and forgets
 * requests and faults; not so if it is {@link #shared} or {@link #isolated}, where tests may run at
 * the same time. Without JUnit it is started by {@link #start} and ended by {@link #close}.
 *
 * <p>{@link WithTaggingGateway} does the same without a field.
 *
 * <p>Say how it is to be before it serves; later that is an {@link IllegalStateException}, as is
 * anything that needs it to serve before it does. Any thread may use it.
 */
public final class TaggingGateway extends JUnitGateway implements Faults, AutoCloseable {

  private TaggingGateway(Settings settings) {
    super(settings);
  }

  /**
   * A gateway that starts from a fixture.
   *
   * @param fixture the text of a fixture, in YAML or JSON, or the name of a resource on the class
   *     path, or of a file
   */
  public static TaggingGateway with(String fixture) {
    return new TaggingGateway(Settings.of(List.of(new Fixture(fixture, false)), false));
  }

  /** A gateway that starts from a fixture in a file, JSON if its name ends so, else YAML. */
  public static TaggingGateway with(Path fixture) {
    return new TaggingGateway(Settings.of(List.of(new Fixture(fixture.toString(), true)), false));
  }

  /** A gateway that holds nothing. */
  public static TaggingGateway empty() {
    return new TaggingGateway(Settings.of(List.of(), false));
  }

  /** A gateway that starts from the built-in demo. */
  public static TaggingGateway demo() {
    return new TaggingGateway(Settings.of(List.of(), true));
  }

  /** Checks signatures and all that comes with them; only declared access keys get in. */
  public TaggingGateway strict() {
    return configure(Settings::inStrictMode);
  }

  /**
   * Gives each undeclared access key an account of its own; a {@link #strict} gateway lets those of
   * {@link #accessKey} in and no other.
   */
  public TaggingGateway isolated() {
    return configure(Settings::withIsolatedKeys);
  }

  /** One gateway for the whole JVM: the same for all that are described alike. */
  public TaggingGateway shared() {
    return configure(Settings::forTheWholeJvm);
  }

  /** Puts so many resources on a page of a product whose callers cannot say it themselves. */
  public TaggingGateway pageSize(String product, int resources) {
    return configure(settings -> settings.withPageSize(product, resources));
  }

  /** The region of requests that name none, of {@link #state}, and of clients; cn-hangzhou else. */
  public TaggingGateway region(String id) {
    return option("region", id);
  }

  /** Refuses to tag a resource that no fixture declares, as the cloud does. */
  public TaggingGateway declaredResources() {
    return option("resources", "declared");
  }

  /**
   * Also serves https, on a free port, with a certificate of a CA of its own; {@code
   * org.bouncycastle:bcpkix-jdk18on} must be on the class path.
   */
  public TaggingGateway https() {
    return option("https.enabled", "true");
  }

  /** Is also an HTTP proxy for the hosts of the products, and by {@link #https} an HTTPS proxy. */
  public TaggingGateway proxy() {
    return option("proxy.enabled", "true");
  }

  /** Listens on a port of your choice, for clients that are told it elsewhere. */
  public TaggingGateway listenOn(int port) {
    return option("http.port", Integer.toString(port));
  }

  /** Sets a key of the configuration, such as {@code limits.idle}, as its file writes it. */
  public TaggingGateway option(String key, String value) {
    return configure(settings -> settings.withOption(key, value));
  }

  private TaggingGateway configure(UnaryOperator<Settings> change) {
    configured(change);
    return this;
  }

  /** Starts it without JUnit; {@link #close} ends it. */
  public TaggingGateway start() {
    acquire();
    return this;
  }

  /** Ends what {@link #start} started. */
  @Override
  public void close() {
    release();
  }

  /**
   * What a client's endpoint setting takes, {@code 127.0.0.1:port}. It is the same for every
   * product: which one a request is for, its Version tells, which official clients always send.
   *
   * @throws IllegalArgumentException if there is no such product
   */
  public String endpoint(String product) {
    running().checkProduct(product);
    return "127.0.0.1:" + running().port();
  }

  /** The same as a URL, {@code http://127.0.0.1:port}. */
  public String url(String product) {
    return "http://" + endpoint(product);
  }

  /** The same by {@link #https}: {@code 127.0.0.1:port} of its TLS listener. */
  public String httpsEndpoint(String product) {
    running().checkProduct(product);
    return "127.0.0.1:" + running().tlsPort();
  }

  /** The certificate of the CA that {@link #https} is trusted by, in PEM. */
  public String ca() {
    return running().tls().ca();
  }

  /** What trusts that CA and nobody else, for clients of the JDK. */
  public SSLContext sslContext() {
    return running().tls().context();
  }

  /** The region of requests that name none. */
  public String region() {
    return running().defaultRegion();
  }

  /** The port it listens on. */
  public int port() {
    return running().port();
  }

  /**
   * Credentials for one test. If the gateway is {@link #isolated}, they are new ones with an
   * account of their own, which starts as a copy of the default account's fixtures. Else they are
   * the first that the fixture declares, or made up if there are none and nobody checks.
   *
   * @throws IllegalStateException if nobody could get in, or too many did
   */
  @Override
  public Credentials accessKey() {
    return running().credentials();
  }

  /** What was asked until now. */
  public Requests requests() {
    List<JournalEntry> newestFirst = running().journal().find(JournalQuery.ALL);
    List<RecordedRequest> requests = new ArrayList<>();
    newestFirst.forEach(entry -> requests.add(RecordedRequest.of(entry)));
    Collections.reverse(requests);
    return new Requests(requests, running().verifications()::check);
  }

  /**
   * Fails unless such requests came exactly so many times: {@code verify(2,
   * listTagResources().product(CLOUD_API).resourceId("orders"))}.
   *
   * @throws AssertionError with the requests that come closest, and what of them differs
   * @throws IllegalArgumentException if the match names what nobody knows, with the nearest
   */
  public void verify(int times, RequestMatch match) {
    verify(Times.exactly(times), match);
  }

  /** The same for as many as {@code times} allows. */
  public void verify(Times times, RequestMatch match) {
    running().verifications().verify(times, match);
  }

  /** The same for at least one. */
  public void verify(RequestMatch match) {
    verify(Times.atLeast(1), match);
  }

  /** The tags of the default account in the default region, {@code cn-hangzhou}. */
  public State state() {
    RunningGateway gateway = running();
    return new State(gateway, gateway.defaultAccount(), gateway.defaultRegion());
  }

  @Override
  public InjectedFault inject(String product, Map<String, ?> fault) {
    return noted(new InjectedFault(running().faults(), product, fault));
  }
}
