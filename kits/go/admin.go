package tagginggateway

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// admin calls below /_gateway. Never through a proxy: HTTP_PROXY may lead to the gateway itself.
type admin struct {
	url    string
	token  string
	client *http.Client
}

func newAdmin(address, token string) *admin {
	direct := &http.Transport{DisableKeepAlives: true}
	return &admin{url: address, token: token, client: &http.Client{Transport: direct, Timeout: time.Minute}}
}

// get asks; query parameters that are empty are left out.
func (a *admin) get(path string, query map[string]string, answer any) error {
	values := url.Values{}
	for name, value := range query {
		if value != "" {
			values.Set(name, value)
		}
	}
	if len(values) > 0 {
		path += "?" + values.Encode()
	}
	return a.call("GET", path, nil, "", answer)
}

func (a *admin) send(method, path string, body, answer any) error {
	if body == nil {
		return a.call(method, path, nil, "", answer)
	}
	content, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return a.call(method, path, content, "application/json", answer)
}

// load adds a fixture: the path of a file, or its content.
func (a *admin) load(fixture any) error {
	file, isFile := fixture.(string)
	if !isFile {
		return a.send("PATCH", "state", fixture, nil)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	kind := "application/yaml"
	if strings.EqualFold(filepath.Ext(file), ".json") {
		kind = "application/json"
	}
	return a.call("PATCH", "state", content, kind, nil)
}

func (a *admin) call(method, path string, body []byte, kind string, answer any) error {
	request, err := http.NewRequest(method, a.url+"/_gateway/"+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	if kind != "" {
		request.Header.Set("Content-Type", kind)
	}
	if a.token != "" {
		request.Header.Set("Authorization", "Bearer "+a.token)
	}
	response, err := a.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode >= 400 {
		return fmt.Errorf("%s %s: %d %s", method, path, response.StatusCode, reason(content))
	}
	if answer == nil {
		return nil
	}
	return json.Unmarshal(content, answer)
}

// reason is the line for a person in a problem document.
func reason(body []byte) string {
	var problem struct{ Detail, Pointer string }
	if json.Unmarshal(body, &problem) != nil || problem.Detail == "" {
		return string(body)
	}
	return strings.TrimSpace(problem.Detail + " " + problem.Pointer)
}

func (a *admin) waitUntilReady(limit time.Duration) error {
	for end := time.Now().Add(limit); ; time.Sleep(100 * time.Millisecond) {
		err := a.get("health/ready", nil, nil)
		if err == nil {
			return nil
		}
		if time.Now().After(end) {
			return fmt.Errorf("TAGGING_GATEWAY_URL: %s is not ready: %w", a.url, err)
		}
	}
}

type product struct {
	Code    string
	Actions []string
}

func (a *admin) products() ([]product, error) {
	var answer struct{ Products []product }
	err := a.get("products", nil, &answer)
	return answer.Products, err
}
