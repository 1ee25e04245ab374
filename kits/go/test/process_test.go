package kit_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tagging-gateway.io/tagginggateway"
)

const leavesOneBehind = "KIT_TEST_LEAVES_ONE_BEHIND"

// leaveOneBehind is the program that a test kills: it starts a gateway, tells its process, and waits.
func leaveOneBehind() {
	server, err := tagginggateway.Run()
	if err != nil {
		panic(err)
	}
	children, _ := os.ReadFile(fmt.Sprintf("/proc/self/task/%d/children", os.Getpid()))
	if len(children) == 0 { // another thread of this process started it
		tasks, _ := filepath.Glob("/proc/self/task/*/children")
		for _, task := range tasks {
			told, _ := os.ReadFile(task)
			children = append(children, told...)
		}
	}
	fmt.Println(strings.Fields(string(children))[0], server.Joined())
	select {}
}

func TestItEndsWithTheRunEvenWhenThatIsKilled(t *testing.T) {
	if _, err := os.Stat("/proc/self/task"); err != nil {
		t.Skip("needs /proc to see other processes")
	}
	t.Parallel()
	run := exec.Command(os.Args[0])
	run.Env = append(os.Environ(), leavesOneBehind+"=1")
	output := must(run.StdoutPipe())(t)
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	line := must(bufio.NewReader(output).ReadString('\n'))(t)
	stat := filepath.Join("/proc", strings.Fields(line)[0], "stat")
	if _, err := os.Stat(stat); err != nil {
		t.Fatal(err)
	}
	if err := run.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = run.Wait()
	for end := time.Now().Add(20 * time.Second); !isGone(stat); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the gateway outlives the run that started it")
		}
	}
}

func isGone(stat string) bool {
	content, err := os.ReadFile(stat)
	return err != nil || strings.HasPrefix(string(content[strings.LastIndex(string(content), ")")+2:]), "Z")
}

func TestARunningGatewayIsJoinedAndLeftRunning(t *testing.T) {
	running := tagginggateway.Start(t)
	t.Setenv("TAGGING_GATEWAY_URL", running.URL()+"/")
	joined := must(tagginggateway.Run(tagginggateway.Fixtures(groups)))(t)
	gateway := joined.For(t)
	gateway.Reset()
	equal(t, joined.Joined(), true)
	equal(t, gateway.URL(), running.URL())
	if err := joined.Stop(); err != nil {
		t.Fatal(err)
	}
	equal(t, running.Tags("VpcIpam", "IPAM", "ipam-1"), map[string]string{"team": "net"})
}

func TestATokenGuardsTheAdminApi(t *testing.T) {
	token := map[string]any{"admin": map[string]any{"token": "open-sesame"}}
	gateway := tagginggateway.Start(t, tagginggateway.Config(token))
	gateway.Reset()
	_, err := tagginggateway.Run(tagginggateway.Join(gateway.URL(), "wrong"))
	says(t, err, "401")
	must(tagginggateway.Run(tagginggateway.Join(gateway.URL(), "open-sesame")))(t)
}

func TestABadFixtureIsSaid(t *testing.T) {
	broken := group("a", "b")
	broken["type"] = "apigroup"
	fixture := map[string]any{"accounts": []any{map[string]any{"id": "1234567890123456", "resources": []any{broken}}}}
	_, err := tagginggateway.Run(tagginggateway.Fixtures(fixture))
	says(t, err, "ended with 2", "resources[0]")
	_, err = tagginggateway.Run(tagginggateway.Fixtures("none.yaml"))
	says(t, err, "no fixture at", "none.yaml")
}

func TestNoJavaIsSaidWithTheWayToGetOne(t *testing.T) {
	folder := t.TempDir()
	java := filepath.Join(folder, "bin", "java")
	for file, content := range map[string]string{
		java:                             "#!/bin/sh\n",
		filepath.Join(folder, "release"): "JAVA_VERSION=\"11.0.2\"\n",
	} {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	_, err := tagginggateway.Run(tagginggateway.Java(java))
	says(t, err, "is Java 11", "Get one: ", "TAGGING_GATEWAY_URL")
}

func says(t *testing.T, err error, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("no %q in %v", part, err)
		}
	}
}
