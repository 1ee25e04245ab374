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
	Host        string
	Method      string
	Path        string
	Client      string
	UserAgent   string
	Fault       string // the kind of fault that spoiled it
	Hint        string // why it was answered so, and what would work
	Answer      string // the body of the answer, cut, secrets masked
}

// Match says which requests are meant; its zero is all.
type Match struct {
	Product      string
	Action       string
	Code         string
	Region       string
	Host         string
	Method       string
	ResourceId   string
	ResourceType string
	RequestId    string
	AccessKeyId  string
	Fault        string            // the kind of fault that spoiled it, such as html
	Hint         string            // a part of the hint
	Parameters   map[string]string // exact values by name, such as ResourceId.1
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

// verdict is what POST requests/verify answers; the gateway refuses names that it does not know.
type verdict struct {
	Verified bool
	Matched  int
	Closest  []struct {
		Request Request
		Differs []struct{ Field, Expected, Got string }
	}
}

func (g *Gateway) judge(match Match, times Times) string {
	g.t.Helper()
	fields := match.json()
	if account := g.account(); account != "" {
		fields["account"] = account
	}
	var answer verdict
	asked := map[string]any{"match": fields, "times": times.json()}
	g.check(g.server.admin.send("POST", "requests/verify", asked, &answer))
	if answer.Verified {
		return ""
	}
	lines := []string{fmt.Sprintf("expected %s of %s; got %d", times, match, answer.Matched)}
	for i, one := range answer.Closest {
		if i == shownNear {
			break
		}
		kind := "closest"
		if len(one.Differs) == 0 {
			kind = "matched"
		}
		lines = append(lines, fmt.Sprintf("  %s: %s %s %s", kind, one.Request.Product, one.Request.Action, one.Request.RequestId))
		for _, differs := range one.Differs {
			lines = append(lines, fmt.Sprintf("    %s: expected %q, got %q", differs.Field, differs.Expected, differs.Got))
		}
	}
	if answer.Matched == 0 && len(answer.Closest) == 0 {
		lines = append(lines, "  the gateway was asked nothing")
	}
	return strings.Join(lines, "\n")
}

func (t Times) json() map[string]int {
	times := map[string]int{"atLeast": t.least}
	if t.most != anyNumber {
		times["atMost"] = t.most
	}
	return times
}

// json is the match as the admin API takes it.
func (m Match) json() map[string]any {
	fields := map[string]any{}
	for name, value := range m.named() {
		if value != "" {
			fields[name] = value
		}
	}
	if len(m.Parameters) > 0 {
		fields["parameters"] = m.Parameters
	}
	return fields
}

func (m Match) named() map[string]string {
	return map[string]string{
		"product": m.Product, "action": m.Action, "code": m.Code, "region": m.Region, "host": m.Host, "method": m.Method,
		"resourceId": m.ResourceId, "resourceType": m.ResourceType, "requestId": m.RequestId, "accessKeyId": m.AccessKeyId,
		"fault": m.Fault, "hint": m.Hint,
	}
}

func (m Match) fields() map[string]string {
	fields := map[string]string{}
	for name, value := range m.named() {
		if value != "" {
			fields[name] = value
		}
	}
	for name, value := range m.Parameters {
		fields["parameters."+name] = value
	}
	return fields
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
