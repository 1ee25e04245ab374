package tagginggateway

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
)

const jarName = "tagging-gateway.jar"

//go:embed jar
var carried embed.FS

// jarFile is the gateway to start: a named one, or the one in this module, written out once for all runs.
func (s settings) jarFile() (string, error) {
	if named := firstOf(s.jar, os.Getenv("TAGGING_GATEWAY_JAR")); named != "" {
		absolute, err := filepath.Abs(named)
		if err == nil {
			_, err = os.Stat(absolute)
		}
		if err != nil {
			return "", fmt.Errorf("no gateway at %s", absolute)
		}
		return absolute, nil
	}
	content, err := carried.ReadFile("jar/" + jarName)
	if err != nil {
		return "", fmt.Errorf("this copy of the module carries no gateway: set TAGGING_GATEWAY_JAR to its jar")
	}
	return unpacked(content)
}

// unpacked is the file in the user's cache that holds this content.
func unpacked(content []byte) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	folder := filepath.Join(cache, "tagging-gateway")
	sum := sha256.Sum256(content)
	file := filepath.Join(folder, hex.EncodeToString(sum[:])+".jar")
	if known, err := os.ReadFile(file); err == nil && sha256.Sum256(known) == sum {
		return file, nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	// Written aside and moved: another run may be reading it.
	part, err := os.CreateTemp(folder, "part-*")
	if err != nil {
		return "", err
	}
	_, err = part.Write(content)
	if closed := part.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(part.Name(), file)
	}
	if err != nil {
		_ = os.Remove(part.Name())
		return "", err
	}
	return file, nil
}
