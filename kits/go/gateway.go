package tagginggateway

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"testing"
)

// Credentials are an access key and its account.
type Credentials struct {
	AccessKeyId     string
	AccessKeySecret string
	Account         string
}

// String does not tell the secret.
func (c Credentials) String() string { return c.AccessKeyId + " of account " + c.Account }

// Gateway is what one test sees of a gateway: an account, its state, its requests and its faults. Whatever it cannot do
// fails the test.
type Gateway struct {
	t           testing.TB
	server      *Server
	credentials Credentials
	seesAll     bool
}

// URL is the gateway's address, http://127.0.0.1:port.
func (g *Gateway) URL() string { return g.server.admin.url }

// Endpoint is what a client's endpoint setting takes, 127.0.0.1:port, for every product. Which product a request is for,
// its Version tells, which official clients always send.
func (g *Gateway) Endpoint() string {
	address, err := url.Parse(g.URL())
	if err != nil {
		return g.URL()
	}
	return address.Host
}

// Region is that of what is put and read, unless another is named.
func (g *Gateway) Region() string { return g.server.options.region }

// Credentials are those of this account.
func (g *Gateway) Credentials() Credentials { return g.credentials }

// Isolated gives a test an account of its own, with what the fixtures hold.
func (g *Gateway) Isolated(t testing.TB) *Gateway {
	t.Helper()
	return g.server.Isolated(t)
}

// Reset goes back to the fixtures, and forgets requests and faults, of everybody.
func (g *Gateway) Reset() {
	g.t.Helper()
	g.check(g.server.reset())
}

// State is all that the account holds, as a fixture.
func (g *Gateway) State() map[string]any {
	g.t.Helper()
	state := map[string]any{}
	g.check(g.server.admin.get("state", map[string]string{"account": g.credentials.Account}, &state))
	return state
}

// Tags are the user's tags of a resource in the gateway's region; none if it is not there.
func (g *Gateway) Tags(product, resourceType, id string) map[string]string {
	g.t.Helper()
	return g.TagsIn(g.Region(), product, resourceType, id)
}

// TagsIn are those in another region.
func (g *Gateway) TagsIn(region, product, resourceType, id string) map[string]string {
	g.t.Helper()
	g.checkProduct(product)
	var state struct {
		Accounts []struct{ Resources []resource }
	}
	g.check(g.server.admin.get("state", map[string]string{"account": g.credentials.Account}, &state))
	for _, account := range state.Accounts {
		for _, one := range account.Resources {
			if one.Product == product && one.Region == region && one.Id == id && strings.EqualFold(one.Type, resourceType) {
				return one.Tags
			}
		}
	}
	return map[string]string{}
}

// Put makes a resource with exactly these tags, or gives them to the one that is there.
func (g *Gateway) Put(product, resourceType, id string, tags map[string]string) {
	g.t.Helper()
	g.PutIn(g.Region(), product, resourceType, id, tags)
}

// PutIn does so in another region.
func (g *Gateway) PutIn(region, product, resourceType, id string, tags map[string]string) {
	g.t.Helper()
	one := resource{Product: product, Region: region, Type: resourceType, Id: id, Tags: tags}
	g.Load(map[string]any{"accounts": []accountState{{Id: g.credentials.Account, Resources: []any{one}}}})
}

// Load adds all that a fixture holds, wherever it says, until the next reset: the path of a file, or its content.
func (g *Gateway) Load(fixture any) {
	g.t.Helper()
	g.check(g.server.admin.load(fixture))
}

func (g *Gateway) check(err error) {
	if err != nil {
		g.t.Helper()
		g.t.Fatal(err)
	}
}

func (g *Gateway) checkProduct(code string) {
	g.t.Helper()
	products, err := g.server.admin.products()
	g.check(err)
	var known []string
	for _, one := range products {
		if one.Code == code {
			return
		}
		known = append(known, one.Code)
	}
	g.t.Fatalf("no product %s; there are %s", code, strings.Join(known, ", "))
}

// account is the one to ask for; empty asks for all.
func (g *Gateway) account() string {
	if g.seesAll {
		return ""
	}
	return g.credentials.Account
}

type accountState struct {
	Id         string      `json:"id"`
	AccessKeys []accessKey `json:"accessKeys,omitempty"`
	Resources  []any       `json:"resources"`
}

type accessKey struct {
	Id            string  `json:"id"`
	Secret        string  `json:"secret"`
	SecurityToken *string `json:"securityToken,omitempty"`
	Disabled      bool    `json:"disabled,omitempty"`
}

type resource struct {
	Product string            `json:"product"`
	Region  string            `json:"region"`
	Type    string            `json:"type"`
	Id      string            `json:"id"`
	Tags    map[string]string `json:"tags"`
}

func declaredKey(accounts []accountState) Credentials {
	for _, account := range accounts {
		for _, key := range account.AccessKeys {
			if !key.Disabled && key.SecurityToken == nil {
				return Credentials{key.Id, key.Secret, account.Id}
			}
		}
	}
	return Credentials{"testid", "testsecret", fallbackAccount}
}

func newCredentials() Credentials {
	drawn := make([]byte, 32)
	if _, err := rand.Read(drawn); err != nil {
		panic(err) // the system has no randomness
	}
	account := ""
	for _, one := range drawn[:16] {
		account += fmt.Sprint(one % 10)
	}
	return Credentials{"test-" + hex.EncodeToString(drawn[16:24]), hex.EncodeToString(drawn[24:]), account}
}
