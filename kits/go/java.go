package tagginggateway

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

const oldestJava = 17

// Where a Java may be; ~ is the user's home.
var places = []string{
	"/usr/lib/jvm/*",
	"/opt/java/*",
	"/opt/java",
	"/opt/jdk*",
	"/usr/local/openjdk-*",
	"/Library/Java/JavaVirtualMachines/*/Contents/Home",
	"/opt/homebrew/opt/openjdk*",
	"/usr/local/opt/openjdk*",
	"~/.sdkman/candidates/java/*",
	"~/.jdks/*",
	"~/.local/share/mise/installs/java/*",
	`C:\Program Files\Java\*`,
	`C:\Program Files\Eclipse Adoptium\*`,
	`C:\Program Files\Microsoft\jdk-*`,
}

var howToGetOne = map[string]string{
	"linux":   "apt-get install openjdk-17-jre-headless, or dnf install java-17-openjdk-headless",
	"darwin":  "brew install openjdk@17",
	"windows": "winget install EclipseAdoptium.Temurin.17.JRE",
}

var versionLine = regexp.MustCompile(`(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)`)

// findJava is the command of a Java of at least version 17; the error says where it was looked for, and how to get one.
func findJava(named string) (string, error) {
	commands := []string{named}
	if named == "" {
		commands = javaCandidates()
	}
	var seen []string
	for _, command := range commands {
		version := javaVersion(command)
		if version >= oldestJava {
			return command, nil
		}
		if version == 0 {
			seen = append(seen, command+" does not run")
		} else {
			seen = append(seen, fmt.Sprintf("%s is Java %d", command, version))
		}
	}
	where := strings.Join(seen, "; ")
	if where == "" {
		where = "looked at JAVA_HOME, the PATH and the usual places"
	}
	how := firstOf(howToGetOne[runtime.GOOS], "install a JRE 17")
	return "", fmt.Errorf("no Java %d or newer found (%s). Get one: %s; or set JAVA_HOME to it, "+
		"or join a running gateway by TAGGING_GATEWAY_URL", oldestJava, where, how)
}

// javaCandidates are those that are there, the likeliest first.
func javaCandidates() []string {
	var found []string
	if home := os.Getenv("JAVA_HOME"); home != "" {
		found = append(found, filepath.Join(home, "bin", "java"))
	}
	if command, err := exec.LookPath("java"); err == nil || errors.Is(err, exec.ErrDot) {
		found = append(found, command)
	}
	home, _ := os.UserHomeDir()
	for _, place := range places {
		folders, _ := filepath.Glob(strings.Replace(place, "~", home, 1))
		sort.Sort(sort.Reverse(sort.StringSlice(folders)))
		for _, folder := range folders {
			if command, err := exec.LookPath(filepath.Join(folder, "bin", "java")); err == nil {
				found = append(found, command)
			}
		}
	}
	return found
}

// javaVersion is 0 if the command does not run. A Java's release file is quicker than a start of it.
func javaVersion(command string) int {
	path, err := exec.LookPath(command)
	if err != nil {
		return 0
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		told, _ := os.ReadFile(filepath.Join(filepath.Dir(real), "..", "release"))
		if match := versionLine.FindSubmatch(told); match != nil {
			return number(match[1])
		}
	}
	told, err := exec.Command(path, "-version").CombinedOutput()
	if match := versionLine.FindSubmatch(told); err == nil && match != nil {
		return number(match[1])
	}
	return 0
}

func number(digits []byte) int {
	value, _ := strconv.Atoi(string(digits))
	return value
}
