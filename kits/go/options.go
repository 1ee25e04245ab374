package tagginggateway

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Option says how a gateway is to be. Without any it is an empty, lenient one on a free port.
type Option func(*settings)

type settings struct {
	fixtures     []any
	demo         bool
	strict       bool
	region       string
	pageSizes    map[string]int
	config       map[string]any
	java         string
	javaOptions  []string
	jar          string
	startTimeout time.Duration
	url          string
	adminToken   string
}

// Fixtures are what it starts from: the paths of YAML or JSON files, or their content as maps or structs.
func Fixtures(fixtures ...any) Option {
	return func(s *settings) { s.fixtures = append(s.fixtures, fixtures...) }
}

// Demo starts from the built-in demo, if there are no fixtures.
func Demo() Option { return func(s *settings) { s.demo = true } }

// Strict checks signatures; only access keys of the fixtures, and of Isolated, get in.
func Strict() Option { return func(s *settings) { s.strict = true } }

// Region is that of requests that name none; cn-hangzhou unless set.
func Region(id string) Option { return func(s *settings) { s.region = id } }

// PageSize puts so many resources on a page of a product whose callers cannot say it themselves.
func PageSize(product string, resources int) Option {
	return func(s *settings) { s.pageSizes[product] = resources }
}

// Config sets further keys of the configuration, nested as in its file.
func Config(keys map[string]any) Option { return func(s *settings) { s.config = keys } }

// Java is the Java to run it with; else JAVA_HOME, the PATH and the usual places are searched.
func Java(command string, options ...string) Option {
	return func(s *settings) {
		s.java = command
		if len(options) > 0 {
			s.javaOptions = options
		}
	}
}

// Jar is another gateway than the one in this module; else TAGGING_GATEWAY_JAR.
func Jar(file string) Option { return func(s *settings) { s.jar = file } }

// StartTimeout is how long a start may take; a minute unless set.
func StartTimeout(limit time.Duration) Option { return func(s *settings) { s.startTimeout = limit } }

// Join joins a running gateway; else TAGGING_GATEWAY_URL does. Of the other options only Fixtures and Region count then.
// The token is the gateway's admin.token; else TAGGING_GATEWAY_ADMIN_TOKEN.
func Join(url, token string) Option {
	return func(s *settings) { s.url, s.adminToken = url, token }
}

func chosenBy(options []Option) settings {
	chosen := settings{
		region:       "cn-hangzhou",
		pageSizes:    map[string]int{},
		javaOptions:  []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"},
		startTimeout: time.Minute,
	}
	for _, option := range options {
		option(&chosen)
	}
	return chosen
}

func (s settings) joinedURL() string {
	return strings.TrimRight(firstOf(s.url, os.Getenv("TAGGING_GATEWAY_URL")), "/")
}

func (s settings) joinedToken() string {
	return firstOf(s.adminToken, os.Getenv("TAGGING_GATEWAY_ADMIN_TOKEN"))
}

func (s settings) ownToken() string {
	admin, _ := s.config["admin"].(map[string]any)
	token, _ := admin["token"].(string)
	return token
}

func firstOf(values ...string) string {
	for _, value := range values {
		if value != "" {
			return value
		}
	}
	return ""
}

// writeConfig writes the gateway's config file, with its fixtures in files, into a folder.
func (s settings) writeConfig(folder string) (string, error) {
	files, err := s.fixtureFiles(folder)
	if err != nil {
		return "", err
	}
	mode := "lenient"
	if s.strict {
		mode = "strict"
	}
	products := map[string]any{}
	for product, size := range s.pageSizes {
		products[product] = map[string]any{"page-size": size}
	}
	values := map[string]any{
		"auth":     map[string]any{"mode": mode},
		"region":   s.region,
		"products": products,
		"fixtures": files,
		"demo":     s.demo,
		"journal":  map[string]any{"capacity": 10_000},
	}
	file := filepath.Join(folder, "gateway.json")
	return file, writeJSON(file, merged(values, s.config))
}

func (s settings) fixtureFiles(folder string) ([]string, error) {
	files := []string{}
	for number, fixture := range s.fixtures {
		path, isFile := fixture.(string)
		if !isFile {
			path = filepath.Join(folder, fmt.Sprintf("fixture-%d.json", number))
			if err := writeJSON(path, fixture); err != nil {
				return nil, err
			}
		}
		absolute, err := filepath.Abs(path)
		if err == nil {
			_, err = os.Stat(absolute)
		}
		if err != nil {
			return nil, fmt.Errorf("no fixture at %s", absolute)
		}
		files = append(files, absolute)
	}
	return files, nil
}

func writeJSON(file string, value any) error {
	content, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return os.WriteFile(file, content, 0o600)
}

// merged is both trees in one; where both have a value, that of high.
func merged(low, high map[string]any) map[string]any {
	result := map[string]any{}
	for key, value := range low {
		result[key] = value
	}
	for key, value := range high {
		below, isTree := result[key].(map[string]any)
		above, both := value.(map[string]any)
		if isTree && both {
			value = merged(below, above)
		}
		result[key] = value
	}
	return result
}
