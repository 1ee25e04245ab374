# shellcheck shell=bash
# For scripts that start a gateway: a folder, $work, and functions that start one and end it. Whatever happens, both are gone
# when the script ends.
work=$(mktemp -d)
gateway=
leave() {
  [ -z "$gateway" ] || kill "$gateway" 2>/dev/null || true
  rm -rf "$work"
}
trap leave EXIT

# start COMMAND...: starts it, as $gateway, and returns when it serves; its line stands in $work/ready then, its log in $work/log.
start() {
  : >"$work/ready"
  "$@" >"$work/ready" 2>"$work/log" &
  gateway=$!
  until_ready "$gateway" "$work/ready" "$work/log"
}

until_ready() { # until_ready PROCESS READY LOG: waits for its line in READY
  for _ in $(seq 600); do
    grep -q ready "$2" && return
    kill -0 "$1" 2>/dev/null || break
    sleep 0.1
  done
  cat "$2" "$3"
  echo "it was not ready"
  return 1
}

# address [SCHEME]: where it serves.
address() {
  sed 's|\\/|/|g' "$work/ready" | grep -o "${1:-http}://[0-9.]*:[0-9]*" | head -1
}

# stop: ends it as an orchestrator does; it must leave in order.
stop() {
  local stopping=$gateway
  gateway=
  kill -TERM "$stopping"
  wait "$stopping" || { cat "$work/log"; echo "the gateway did not exit 0 on SIGTERM"; return 1; }
}
