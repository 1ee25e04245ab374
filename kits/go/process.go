package tagginggateway

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

var readyLine = regexp.MustCompile(` ready in .*? s: (http://[^\s,]+)`)

const stopTimeout = 15 * time.Second

// process is a gateway on a free port. It ends with this process, however this one ends: it watches its standard input.
type process struct {
	url     string
	command *exec.Cmd
	input   io.Closer
	folder  string
	ended   chan struct{}
}

func startProcess(chosen settings) (*process, error) {
	jar, err := chosen.jarFile()
	if err != nil {
		return nil, err
	}
	java, err := findJava(chosen.java)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "tagging-gateway-")
	if err != nil {
		return nil, err
	}
	started, err := startIn(folder, java, jar, chosen)
	if err != nil {
		_ = os.RemoveAll(folder)
		return nil, err
	}
	return started, nil
}

func startIn(folder, java, jar string, chosen settings) (*process, error) {
	config, err := chosen.writeConfig(folder)
	if err != nil {
		return nil, err
	}
	log, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	arguments := append(append([]string{}, chosen.javaOptions...), "-jar", jar, "serve", "--config", config)
	command := exec.Command(java, append(arguments, "--port", "0", "--exit-on-stdin-close")...)
	command.Dir = folder
	command.Env = environment()
	command.Stderr = log
	input, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	started := &process{command: command, input: input, folder: folder, ended: make(chan struct{})}
	told := make(chan string, 1)
	go started.read(output, told)
	select {
	case started.url = <-told:
		if started.url != "" {
			return started, nil
		}
		<-started.ended
		return nil, fmt.Errorf("the gateway ended with %d:\n%s", command.ProcessState.ExitCode(), lastWords(log.Name()))
	case <-time.After(chosen.startTimeout):
		_ = command.Process.Kill()
		<-started.ended
		return nil, fmt.Errorf("the gateway was not ready after %s:\n%s", chosen.startTimeout, lastWords(log.Name()))
	}
}

// read takes all that comes, so that the gateway never waits for this side, and then waits for its end.
func (p *process) read(output io.Reader, told chan<- string) {
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if match := readyLine.FindStringSubmatch(lines.Text()); match != nil {
			select {
			case told <- match[1]:
			default: // told before
			}
		}
	}
	_, _ = io.Copy(io.Discard, output)
	_ = p.command.Wait()
	close(p.ended)
	select {
	case told <- "":
	default:
	}
}

func (p *process) stop() error {
	_ = p.input.Close()
	select {
	case <-p.ended:
	case <-time.After(stopTimeout):
		_ = p.command.Process.Kill()
		<-p.ended
	}
	return os.RemoveAll(p.folder)
}

// environment is this one without what is set for a gateway of the user's.
func environment() []string {
	var kept []string
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "TAGGING_GATEWAY_") {
			kept = append(kept, variable)
		}
	}
	return kept
}

func lastWords(file string) string {
	content, _ := os.ReadFile(file)
	if words := strings.TrimSpace(string(content)); words != "" {
		return words
	}
	return "(it said nothing)"
}
