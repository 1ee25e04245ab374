package tagginggateway

import (
	"fmt"
	"sort"
	"strings"
	"time"
)

const shownNear = 3

// Request is one that was answered. What it did not come to is empty: one of no known product has no region.
type Request struct {
	Time        time.Time
	RequestId   string
	Product     string
	Region      string
	Account     string
	AccessKeyId string
	Action      string
	Parameters  map[string]string
	Format      string
	Status      int
	Code        string
	Rows        int
}

// Match says which requests are meant; its zero is all.
type Match struct {
	Product    string
	Action     string
	Code       string
	Parameters map[string]string // exact values by name, such as ResourceId.1
}

// Times says how many are expected.
type Times struct{ least, most int }

const anyNumber = int(^uint(0) >> 1)

// Exactly so many.
func Exactly(count int) Times { return Times{count, count} }

// AtLeast so many.
func AtLeast(count int) Times { return Times{count, anyNumber} }

// AtMost so many.
func AtMost(count int) Times { return Times{0, count} }

// Between so many and so many.
func Between(least, most int) Times { return Times{least, most} }

func (t Times) String() string {
	switch {
	case t.least == t.most:
		return fmt.Sprintf("exactly %d", t.least)
	case t.most == anyNumber:
		return fmt.Sprintf("at least %d", t.least)
	default:
		return fmt.Sprintf("at least %d and at most %d", t.least, t.most)
	}
}

// Requests are what was asked until now, the oldest first; of everybody, unless the account is isolated.
func (g *Gateway) Requests() []Request {
	g.t.Helper()
	var answer struct{ Requests []Request }
	g.check(g.server.admin.get("requests", map[string]string{"account": g.account()}, &answer))
	for i, j := 0, len(answer.Requests)-1; i < j; i, j = i+1, j-1 {
		answer.Requests[i], answer.Requests[j] = answer.Requests[j], answer.Requests[i]
	}
	return answer.Requests
}

// Verify fails the test, with the requests that come closest, unless such requests came as often as expected.
func (g *Gateway) Verify(match Match, times Times) {
	g.t.Helper()
	if problem := g.judge(match, times); problem != "" {
		g.t.Error(problem)
	}
}

func (g *Gateway) judge(match Match, times Times) string {
	g.t.Helper()
	g.checkNames(match)
	matched := 0
	var near []nearMiss
	for _, request := range g.Requests() {
		if differs := match.differs(request); len(differs) > 0 {
			near = append(near, nearMiss{request, differs})
		} else {
			matched++
		}
	}
	if matched >= times.least && matched <= times.most {
		return ""
	}
	lines := []string{fmt.Sprintf("expected %s of %s; got %d", times, match, matched)}
	sort.SliceStable(near, func(i, j int) bool { return len(near[i].differs) < len(near[j].differs) })
	for i, one := range near {
		if i == shownNear {
			break
		}
		lines = append(lines, fmt.Sprintf("  closest: %s %s %s", one.Product, one.Action, one.RequestId))
		lines = append(lines, one.differs...)
	}
	if matched == 0 && len(near) == 0 {
		lines = append(lines, "  the gateway was asked nothing")
	}
	return strings.Join(lines, "\n")
}

type nearMiss struct {
	Request
	differs []string
}

// checkNames refuses a product or action that is misspelt, which would else be verified as never asked.
func (g *Gateway) checkNames(match Match) {
	g.t.Helper()
	if match.Product != "" {
		g.checkProduct(match.Product)
	}
	products, err := g.server.admin.products()
	g.check(err)
	known := map[string]bool{"": true}
	for _, one := range products {
		for _, action := range one.Actions {
			known[action] = true
		}
	}
	if !known[match.Action] {
		g.t.Fatalf("no action %s; there are %s", match.Action, strings.Join(names(known), " "))
	}
}

func (m Match) fields() map[string]string {
	fields := map[string]string{}
	for name, value := range map[string]string{"product": m.Product, "action": m.Action, "code": m.Code} {
		if value != "" {
			fields[name] = value
		}
	}
	for name, value := range m.Parameters {
		fields["parameters."+name] = value
	}
	return fields
}

func (m Match) differs(request Request) []string {
	has := Match{request.Product, request.Action, request.Code, request.Parameters}.fields()
	var differs []string
	wanted := m.fields()
	for _, name := range names(wanted) {
		if got, there := has[name]; !there || got != wanted[name] {
			differs = append(differs, fmt.Sprintf("    %s: expected %q, got %q", name, wanted[name], got))
		}
	}
	return differs
}

func (m Match) String() string {
	var words []string
	wanted := m.fields()
	for _, name := range names(wanted) {
		words = append(words, name+"="+wanted[name])
	}
	if len(words) == 0 {
		return "any request"
	}
	return strings.Join(words, ", ")
}

func names[V any](fields map[string]V) []string {
	var sorted []string
	for name := range fields {
		if name != "" {
			sorted = append(sorted, name)
		}
	}
	sort.Strings(sorted)
	return sorted
}
