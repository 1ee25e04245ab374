// Plays the scenarios of ../scenario.json over one route with every client, and prints what each saw as JSON lines.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
)

const mostPages = 20

var actions = map[string]string{"tag": "TagResources", "untag": "UntagResources", "list": "ListTagResources"}

type product struct {
	Code, Version, Region, Host, Type, End string
}

type credentials struct{ Id, Secret, Token string }

type step struct {
	Do    string
	Ids   []string
	Keys  []string
	Tags  [][]string
	All   bool
	Max   int
	Fault string
	Type  json.RawMessage // absent: the product's; null: none is sent
}

type plan struct {
	Products    map[string]product
	Credentials map[string]credentials
	Scenarios   []struct {
		Name, Credentials string
		Routes            []string
		Steps             []step
	}
}

// call is one request, whichever client sends it.
type call struct {
	product
	step
	action, resourceType, token string
	credentials                 credentials
	route                       string
}

type answer struct {
	RequestId string     `json:"requestId,omitempty"`
	Rows      [][]string `json:"rows"`
	Pages     int        `json:"pages,omitempty"`
	Error     *failure   `json:"error,omitempty"`
	token     string
}

type failure struct {
	Type      string `json:"type"`
	Code      string `json:"code"`
	Message   string `json:"message"`
	RequestId string `json:"requestId,omitempty"`
	Status    int    `json:"status,omitempty"`
}

type official struct {
	name, mode, version string
	products            []string
	send                func(call) (answer, error)
	describe            func(error) failure
}

func faults(method string, body any) {
	data, _ := json.Marshal(body)
	request, err := http.NewRequest(method, "http://"+os.Getenv("GATEWAY_HTTP")+"/_gateway/faults", bytes.NewReader(data))
	must(err)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	must(err)
	response.Body.Close()
	if response.StatusCode >= 300 {
		must(fmt.Errorf("%s faults: %s", method, response.Status))
	}
}

// list reads page by page to the end that the product's dialect names.
func list(client official, one call) (answer, error) {
	all := answer{Rows: [][]string{}}
	for all.Pages < mostPages {
		page, err := client.send(one)
		if err != nil {
			return all, err
		}
		all.Pages++
		all.RequestId = page.RequestId
		all.Rows = append(all.Rows, page.Rows...)
		if page.token == one.End {
			return all, nil
		}
		one.token = page.token
	}
	return all, fmt.Errorf("the list did not end after %d pages", mostPages)
}

func play(client official, one call) answer {
	one.action = actions[one.Do]
	if one.step.Type == nil {
		one.resourceType = one.product.Type
	}
	if one.Code == "CloudAPI" {
		one.Max = 0 // the page size is the gateway's, not the request's
	}
	if one.Fault != "" {
		fault := map[string]any{"type": "error", "code": one.Fault}
		faults("POST", map[string]any{"match": map[string]any{"product": one.Code}, "fault": fault, "times": 0})
		defer faults("DELETE", nil)
	}
	send := client.send
	if one.Do == "list" {
		send = func(one call) (answer, error) { return list(client, one) }
	}
	result, err := send(one)
	if err != nil {
		seen := client.describe(err)
		return answer{Error: &seen}
	}
	return result
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// labelOf is what the resources of this run are named after.
func labelOf(client official, route string) string {
	label := client.name[strings.LastIndex(client.name, "/")+1:]
	if client.mode != "" {
		label += "-" + client.mode
	}
	return label + "-" + route
}

func contains(list []string, wanted string) bool {
	for _, one := range list {
		if one == wanted {
			return true
		}
	}
	return false
}

func main() {
	if os.Args[1] == "lifecycle" {
		must(playLifecycle(os.Args[2]))
		return
	}
	if os.Args[1] == "family" {
		must(playFamilies(os.Args[2]))
		return
	}
	route := os.Args[1]
	source, err := os.ReadFile(os.Args[2])
	must(err)
	if route == "tls" {
		mapHosts()
	}
	own := credentials{Id: os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"), Secret: os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")}
	output := json.NewEncoder(os.Stdout)
	for _, client := range clients() {
		label := labelOf(client, route)
		var todo plan
		must(json.Unmarshal(bytes.ReplaceAll(source, []byte("$"), []byte(label)), &todo))
		for _, code := range client.products {
			target := todo.Products[code]
			target.Code = code
			for _, scenario := range todo.Scenarios {
				if !contains(scenario.Routes, route) {
					continue
				}
				who, named := todo.Credentials[scenario.Credentials]
				if !named {
					who = own
				}
				var steps []answer
				for _, step := range scenario.Steps {
					steps = append(steps, play(client, call{product: target, step: step, credentials: who, route: route}))
				}
				must(output.Encode(map[string]any{
					"language": "Go", "client": client.name, "mode": client.mode, "version": client.version, "product": code,
					"route": route, "label": label, "scenario": scenario.Name, "steps": steps,
				}))
			}
		}
	}
}
