package dev.gangway.bootstrap.demo.sixpence;

import com.sun.net.httpserver.HttpServer;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.api.FaultHook;
import dev.gangway.bootstrap.demo.sixpence.api.ReadApi;
import dev.gangway.bootstrap.demo.sixpence.http.Front;
import dev.gangway.bootstrap.demo.sixpence.site.Customer;
import dev.gangway.bootstrap.demo.sixpence.site.PartnerAccess;
import dev.gangway.bootstrap.demo.sixpence.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * SixpenceX as a server of its own, on 127.0.0.1 alone.
 *
 * <p>The demo starts it with {@link #startWithSite} and connects it to Gangway afterwards, because Gangway must know
 * the exchange's port before it has one itself. Tests start the API alone, with accounts and faults of their own.
 */
public final class SixpenceExchange implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final ReadApi api;
    private final Optional<Site> site;

    private SixpenceExchange(HttpServer server, ExecutorService threads, ReadApi api, Optional<Site> site) {
        this.server = server;
        this.threads = threads;
        this.api = api;
        this.site = site;
    }

    /** The API alone, on that port; 0 takes a free one. */
    public static SixpenceExchange start(int port, List<Account> accounts) {
        return start(port, accounts, InstantSource.system());
    }

    /** The API alone, with a clock that decides which timestamps are fresh. */
    public static SixpenceExchange start(int port, List<Account> accounts, InstantSource clock) {
        return start(port, new ReadApi(accounts, clock), Optional.empty());
    }

    /** The API and the web site on which that customer is signed in. */
    public static SixpenceExchange startWithSite(int port, DemoUser user) {
        Customer customer = new Customer(
                user.name(),
                user.surname(),
                user.email(),
                user.jurisdiction(),
                user.account(),
                user.key(),
                user.revokedKey());
        return start(
                port, new ReadApi(List.of(user.account()), InstantSource.system()), Optional.of(new Site(customer)));
    }

    private static SixpenceExchange start(int port, ReadApi api, Optional<Site> site) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback(), port), 0);
            ExecutorService threads = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("sixpencex-", 0).factory());
            server.setExecutor(threads);
            server.createContext("/api/", new Front(api));
            site.ifPresent(pages -> server.createContext("/", new Front(pages)));
            server.start();
            return new SixpenceExchange(server, threads, api, site);
        } catch (IOException e) {
            throw new UncheckedIOException("SixpenceX cannot listen on port " + port, e);
        }
    }

    /** Always the IPv4 one, so that the printed address is the one that is bound. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    }

    /** Where it listens, without a trailing slash. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Tells the site how to reach Gangway; before that its button says that it is too early. */
    public void connect(PartnerAccess access) {
        site.orElseThrow(() -> new IllegalStateException("this exchange was started without its site"))
                .connect(access);
    }

    /** Adds an account, or replaces the one of the same id. */
    public void put(Account account) {
        api.put(account);
    }

    /** Makes calls of the API fail from now on; {@link FaultHook#NONE} heals the exchange. */
    public void faults(FaultHook hook) {
        api.faults(hook);
    }

    /** How many calls of the API have arrived so far. */
    public long apiCalls() {
        return api.calls();
    }

    /** Stops at once; calls that are still being answered are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        site.ifPresent(Site::close);
    }
}
