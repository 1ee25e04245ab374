package tagginggateway

import "time"

// Fault is what can go wrong with a request.
type Fault map[string]any

// Error is an error of the product such as Throttling.User, as the product words it.
func Error(code string) Fault { return Fault{"type": "error", "code": code} }

// RetryAfter is the same error, which also tells the client when to try again; some official ones then do.
func (f Fault) RetryAfter(wait time.Duration) Fault {
	told := Fault{"retryAfterMillis": wait.Milliseconds()}
	for name, value := range f {
		told[name] = value
	}
	return told
}

// UnknownError is one that the product does not know, or knows otherwise; the status is 4xx or 5xx.
func UnknownError(code string, status int, message string) Fault {
	return Fault{"type": "error", "code": code, "status": status, "message": message}
}

// Delay is an answer that comes late, by a minute at most.
func Delay(by time.Duration) Fault { return Fault{"type": "delay", "millis": by.Milliseconds()} }

// DelayBetween is an answer that comes late by something between, drawn from the rule's seed.
func DelayBetween(least, most time.Duration) Fault {
	return Fault{"type": "delay", "millis": least.Milliseconds(), "maxMillis": most.Milliseconds()}
}

// Dribble is the right answer in small pieces: so long from the first to the last, a minute at most.
func Dribble(during time.Duration) Fault {
	return Fault{"type": "dribble", "millis": during.Milliseconds()}
}

// NoAnswer is a connection that ends in order, without a byte of an answer.
func NoAnswer() Fault { return Fault{"type": "empty"} }

// OtherEnvelope is the right answer in the envelope of the other dialect: clients often read an empty list.
func OtherEnvelope() Fault { return Fault{"type": "envelope"} }

// Body is another body, under the content type of the answer.
func Body(status int, content string) Fault {
	return Fault{"type": "body", "status": status, "content": content}
}

// BodyOf is another body of another type.
func BodyOf(status int, contentType, content string) Fault {
	return Fault{"type": "body", "status": status, "contentType": contentType, "content": content}
}

// Garbage are bytes that are no document, under the content type of the answer.
func Garbage() Fault { return Fault{"type": "garbage"} }

// ResetConnection is a connection that is reset, without an answer.
func ResetConnection() Fault { return Fault{"type": "reset"} }

// Truncate is an answer that breaks off after so many bytes of its body.
func Truncate(bytes int) Fault { return Fault{"type": "truncate", "bytes": bytes} }

// HTML is the page of a load balancer, with a status such as 503.
func HTML(status int) Fault { return Fault{"type": "html", "status": status} }

// ExpireToken is a NextToken that is refused.
func ExpireToken() Fault { return Fault{"type": "expire-token"} }

// ShortPages are pages that hold less than was asked for.
func ShortPages(size int) Fault { return Fault{"type": "page-size", "size": size} }

// When says which requests a fault spoils; its zero is the next one.
type When struct {
	Product     string            // only requests to this product
	Action      string            // only requests of this action, such as ListTagResources
	Parameters  map[string]string // only requests with these values, such as ResourceId.1
	Times       int               // how many; 0 is one
	Forever     bool              // all of them
	Skip        int               // how many are let through first
	After       bool              // let the request take effect, and spoil its answer
	Probability float64           // the share that is spoiled; 0 is every one
	Seed        int64             // the same seed spoils the same requests again
}

// InjectedFault is one that is in force.
type InjectedFault struct {
	gateway *Gateway
	id      string
}

// Inject spoils the next requests that match.
func (g *Gateway) Inject(fault Fault, when When) *InjectedFault {
	g.t.Helper()
	match := map[string]any{}
	for name, value := range map[string]string{
		"product": when.Product, "action": when.Action, "account": g.account(),
	} {
		if value != "" {
			match[name] = value
		}
	}
	if len(when.Parameters) > 0 {
		match["parameters"] = when.Parameters
	}
	rule := map[string]any{"match": match, "fault": fault, "skip": when.Skip, "seed": when.Seed, "phase": "before"}
	if when.After {
		rule["phase"] = "after"
	}
	if when.Probability != 0 {
		rule["probability"] = when.Probability
	}
	switch {
	case when.Forever:
		rule["times"] = 0
	case when.Times != 0:
		rule["times"] = when.Times
	}
	var answer struct{ Id string }
	g.check(g.server.admin.send("POST", "faults", rule, &answer))
	return &InjectedFault{g, answer.Id}
}

// Fail answers the next request to a product by an error of it, such as Throttling.User.
func (g *Gateway) Fail(product, code string) *InjectedFault {
	g.t.Helper()
	return g.Inject(Error(code), When{Product: product})
}

// Counts tells how many requests could have suffered the fault, and how many it has spoiled.
func (f *InjectedFault) Counts() (matched, spoiled int) {
	f.gateway.t.Helper()
	var answer struct{ Matched, Spoiled int }
	f.gateway.check(f.gateway.server.admin.get("faults/"+f.id, nil, &answer))
	return answer.Matched, answer.Spoiled
}

// Remove ends it.
func (f *InjectedFault) Remove() {
	f.gateway.t.Helper()
	f.gateway.check(f.gateway.server.admin.send("DELETE", "faults/"+f.id, nil, nil))
}
