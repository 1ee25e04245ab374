// Package tagginggateway gives Go tests Alibaba Cloud's tagging APIs: it starts a Tagging Gateway on a free port, or
// joins the one that TAGGING_GATEWAY_URL names, and steers it.
//
//	func TestThrottled(t *testing.T) {
//		gateway := tagginggateway.Start(t)
//		gateway.Fail("CloudAPI", "Throttling.User")
//		client, _ := openapi.NewClient(tagginggateway.Configure(gateway, &models.Config{}))
//		...
//	}
//
// A gateway that was started needs a Java 17 or newer. It ends with the test, and with the process, also when that is
// killed.
package tagginggateway

import (
	"testing"
	"time"
)

// Start starts or joins a gateway for one test, which fails if it cannot; the gateway ends with the test.
func Start(t testing.TB, options ...Option) *Gateway {
	t.Helper()
	server, err := Run(options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	})
	return server.For(t)
}

// Server is a gateway for many tests: start it in TestMain, and give each test its own view of it.
type Server struct {
	admin   *admin
	process *process
	options settings
	initial []accountState
	own     Credentials
}

const (
	fallbackAccount = "1234567890123456"
	joinTimeout     = 30 * time.Second
)

// Run starts a gateway, or joins the one that TAGGING_GATEWAY_URL names, and waits until it serves.
func Run(options ...Option) (*Server, error) {
	chosen := chosenBy(options)
	server := &Server{options: chosen}
	if url := chosen.joinedURL(); url != "" {
		server.admin = newAdmin(url, chosen.joinedToken())
		if err := server.admin.waitUntilReady(joinTimeout); err != nil {
			return nil, err
		}
		if err := server.loadFixtures(); err != nil {
			return nil, err
		}
	} else {
		started, err := startProcess(chosen)
		if err != nil {
			return nil, err
		}
		server.process = started
		server.admin = newAdmin(started.url, chosen.ownToken())
	}
	state := struct{ Accounts []accountState }{}
	if err := server.admin.get("state", nil, &state); err != nil {
		_ = server.Stop()
		return nil, err
	}
	server.initial = state.Accounts
	server.own = declaredKey(state.Accounts)
	return server, nil
}

// Joined tells whether the gateway was running before, and others may use it as well.
func (s *Server) Joined() bool { return s.process == nil }

// Stop ends the gateway, unless it was joined.
func (s *Server) Stop() error {
	if s.process == nil {
		return nil
	}
	return s.process.stop()
}

// For gives a test the account of the fixtures' first access key, which sees the requests and faults of everybody. Call
// its Reset where tests run one after the other.
func (s *Server) For(t testing.TB) *Gateway {
	return &Gateway{t: t, server: s, credentials: s.own, seesAll: true}
}

// Isolated gives a test an account with an access key of its own, which holds what the fixtures hold. Tests that have
// one each may run in parallel and never meet.
func (s *Server) Isolated(t testing.TB) *Gateway {
	t.Helper()
	credentials := newCredentials()
	fresh := accountState{
		Id:         credentials.Account,
		AccessKeys: []accessKey{{Id: credentials.AccessKeyId, Secret: credentials.AccessKeySecret}},
		Resources:  []any{},
	}
	for _, account := range s.initial {
		if account.Id == s.own.Account && account.Resources != nil {
			fresh.Resources = account.Resources
		}
	}
	gateway := &Gateway{t: t, server: s, credentials: credentials}
	gateway.Load(map[string]any{"accounts": []accountState{fresh}})
	return gateway
}

func (s *Server) reset() error {
	if err := s.admin.send("POST", "reset", nil, nil); err != nil {
		return err
	}
	if s.Joined() {
		return s.loadFixtures()
	}
	return nil
}

func (s *Server) loadFixtures() error {
	for _, fixture := range s.options.fixtures {
		if err := s.admin.load(fixture); err != nil {
			return err
		}
	}
	return nil
}
