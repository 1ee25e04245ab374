package kit_test

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"tagging-gateway.io/tagginggateway"
)

var server *tagginggateway.Server

func TestMain(m *testing.M) {
	if os.Getenv(leavesOneBehind) != "" {
		leaveOneBehind()
	}
	var err error
	server, err = tagginggateway.Run(tagginggateway.Fixtures(groups), tagginggateway.PageSize("CloudAPI", 2))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	if err := server.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

func TestBothDialectsAreReadByTheirClients(t *testing.T) {
	t.Parallel()
	gateway := server.Isolated(t)
	equal(t, must(groupsWith(gateway, "team"))(t), []string{"orders", "payments", "search"})
	equal(t, must(ipamTags(config(gateway), "ipam-1"))(t), map[string]string{"team": "net"})
}

func TestTheOlderGenerationReadsBothDialects(t *testing.T) {
	t.Parallel()
	gateway := server.Isolated(t)
	for _, one := range []struct{ product, resourceType, id, value string }{
		{"CloudAPI", "apiGroup", "orders", "shop"}, {"VpcIpam", "IPAM", "ipam-1", "net"},
	} {
		body := must(classic(gateway, one.product, one.resourceType, one.id))(t)
		if !strings.Contains(string(body), one.value) {
			t.Errorf("%s: no %s in %s", one.product, one.value, body)
		}
	}
}

func TestWhatIsPutIsListedAndWhatIsWrittenIsSeen(t *testing.T) {
	t.Parallel()
	gateway := server.Isolated(t)
	gateway.Put("CloudAPI", "apiGroup", "orders", map[string]string{"owner": "me"})
	equal(t, must(groupsWith(gateway, "owner"))(t), []string{"orders"})
	if err := tagIpam(gateway, "ipam-1", "env", "prod"); err != nil {
		t.Fatal(err)
	}
	equal(t, gateway.Tags("VpcIpam", "IPAM", "ipam-1"), map[string]string{"team": "net", "env": "prod"})
}

func TestThrottlingIsToldInBothDialectsAndByBothGenerations(t *testing.T) {
	t.Parallel()
	gateway := server.Isolated(t)
	gateway.Fail("CloudAPI", "Throttling.User")
	gateway.Inject(tagginggateway.Error("Throttling.User").RetryAfter(time.Second), tagginggateway.When{Product: "VpcIpam", Times: 2})
	_, first := groupsWith(gateway, "team")
	_, second := ipamTags(config(gateway), "ipam-1")
	_, third := classic(gateway, "VpcIpam", "IPAM", "ipam-1")
	equal(t, []string{code(first), code(second), code(third)}, []string{"Throttling.User", "Throttling.User", "Throttling.User"})
	gateway.Verify(tagginggateway.Match{Code: "Throttling.User"}, tagginggateway.Exactly(3))
}

func TestAFaultMaySkipRequestsAndStrikeAfterTheirEffect(t *testing.T) {
	t.Parallel()
	gateway := server.Isolated(t)
	when := tagginggateway.When{Product: "VpcIpam", Action: "TagResources", Skip: 1, After: true}
	fault := gateway.Inject(tagginggateway.Error("Throttling.Api"), when)
	equal(t, code(tagIpam(gateway, "ipam-1", "a", "1")), "")
	equal(t, code(tagIpam(gateway, "ipam-1", "b", "2")), "Throttling.Api")
	equal(t, gateway.Tags("VpcIpam", "IPAM", "ipam-1"), map[string]string{"team": "net", "a": "1", "b": "2"})
	matched, spoiled := fault.Counts()
	equal(t, []int{matched, spoiled}, []int{2, 1})
	fault.Remove()
}

func TestEveryFaultStrikesTheRequestsWhoseParametersItNames(t *testing.T) {
	t.Parallel()
	for _, fault := range []tagginggateway.Fault{
		tagginggateway.OtherEnvelope(),
		tagginggateway.Body(500, "nope"),
		tagginggateway.BodyOf(500, "text/plain", "nope"),
		tagginggateway.Garbage(),
		tagginggateway.NoAnswer(),
		tagginggateway.Dribble(50 * time.Millisecond),
		tagginggateway.DelayBetween(10*time.Millisecond, 20*time.Millisecond),
	} {
		gateway := server.Isolated(t)
		injected := gateway.Inject(fault, tagginggateway.When{
			Product: "VpcIpam", Parameters: map[string]string{"ResourceId.1": "ipam-1"}, Forever: true,
		})
		equal(t, code(tagIpam(gateway, "ipam-2", "a", "1")), "")
		_, unstruck := injected.Counts()
		equal(t, unstruck, 0)
		_, _ = ipamTags(config(gateway), "ipam-1")
		if _, struck := injected.Counts(); struck == 0 {
			t.Errorf("%v never struck", fault)
		}
		injected.Remove()
	}
}

func TestIsolatedAccountsNeverMeet(t *testing.T) {
	t.Parallel()
	mine, other := server.Isolated(t), server.Isolated(t)
	mine.Inject(tagginggateway.Error("Throttling.User"), tagginggateway.When{Skip: 1, Forever: true})
	if err := tagIpam(mine, "ipam-1", "mine", "yes"); err != nil {
		t.Fatal(err)
	}
	equal(t, must(ipamTags(config(other), "ipam-1"))(t), map[string]string{"team": "net"})
	_, err := ipamTags(config(mine), "ipam-1")
	equal(t, code(err), "Throttling.User")
	equal(t, len(mine.Requests()), 2)
	other.Verify(tagginggateway.Match{}, tagginggateway.Exactly(1))
}

func TestAFailedVerificationShowsTheClosestRequestAndWhatDiffers(t *testing.T) {
	t.Parallel()
	probe := &probe{TB: t}
	gateway := server.Isolated(probe)
	must(groupsWith(gateway, "team"))(t)
	gateway.Verify(tagginggateway.Match{Product: "CloudAPI", Action: "ListTagResources"}, tagginggateway.Exactly(2))
	gateway.Verify(tagginggateway.Match{Parameters: map[string]string{"Tag.1.Key": "team"}}, tagginggateway.Between(1, 2))
	equal(t, probe.said, "")
	gateway.Verify(tagginggateway.Match{Parameters: map[string]string{"Tag.1.Key": "tema"}}, tagginggateway.Exactly(1))
	for _, part := range []string{"expected exactly 1 of", `Tag.1.Key: expected "tema", got "team"`} {
		if !strings.Contains(probe.said, part) {
			t.Errorf("no %q in %q", part, probe.said)
		}
	}
}

func TestATypoIsNoRequestThatNeverCame(t *testing.T) {
	t.Parallel()
	for part, action := range map[string]func(*tagginggateway.Gateway){
		"ListTagResources": func(g *tagginggateway.Gateway) {
			g.Verify(tagginggateway.Match{Action: "ListTagResource"}, tagginggateway.Exactly(0))
		},
		"CloudAPI": func(g *tagginggateway.Gateway) {
			g.Verify(tagginggateway.Match{Product: "CloudApi"}, tagginggateway.Exactly(0))
		},
		"did you mean Throttling.User?": func(g *tagginggateway.Gateway) { g.Fail("CloudAPI", "Throttling.Usr") },
	} {
		probe := &probe{TB: t}
		probe.run(func() { action(server.For(probe)) })
		if !strings.Contains(probe.said, part) {
			t.Errorf("no %q in %q", part, probe.said)
		}
	}
}

func TestAStrictGatewayChecksSignatures(t *testing.T) {
	t.Parallel()
	gateway := tagginggateway.Start(t, tagginggateway.Fixtures(groups), tagginggateway.Strict())
	equal(t, must(ipamTags(config(gateway), "ipam-1"))(t), map[string]string{"team": "net"})
	equal(t, must(ipamTags(config(gateway.Isolated(t)), "ipam-1"))(t), map[string]string{"team": "net"})
	wrong := config(gateway)
	wrong.SetAccessKeySecret("wrong")
	_, err := ipamTags(wrong, "ipam-1")
	equal(t, code(err), "SignatureDoesNotMatch")
}

// probe is a test that fails without failing the one around it.
type probe struct {
	testing.TB
	said string
}

func (p *probe) Error(arguments ...any) { p.said += fmt.Sprint(arguments...) }

func (p *probe) Fatal(arguments ...any) {
	p.said += fmt.Sprint(arguments...)
	runtime.Goexit()
}

func (p *probe) Fatalf(format string, arguments ...any) { p.Fatal(fmt.Sprintf(format, arguments...)) }

func (p *probe) run(action func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		action()
	}()
	<-done
}

func equal(t *testing.T, got, wanted any) {
	t.Helper()
	if !reflect.DeepEqual(got, wanted) {
		t.Errorf("got %v, wanted %v", got, wanted)
	}
}
