#!/usr/bin/env bash
# Installs what the tests need, builds once, runs every suite, and closes with "N passed, N failed, N skipped".
#   ./test.sh              everything but the benchmarks
#   ./test.sh Core Bot     only the suites whose folder under tests/ begins with one of these names
# What is installed, and why: docs/operations.md, "Testing".
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")" || exit 1

passed=0 failed=0 skipped=0 child= beside= compiling=no

# Where there is room: in memory. Tests make and throw away tens of thousands of small files; ext4 does not give out again what was freed a moment ago, and so
# takes ever longer to find room for the next.
room() {
  local free
  free=$(df --output=avail -m /dev/shm 2>/dev/null | tail -1)
  if [ "${free:-0}" -ge 4096 ] && [ -w /dev/shm ] && ! findmnt -n -O +noexec /dev/shm >/dev/null; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

scratch=$(mktemp -d "$(room)/supervisionbot.XXXXXX") || exit 1
# Short, because the names of sockets in it may not be long.
mkdir "$scratch/t" && export TMPDIR=$scratch/t
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# Nothing here runs long enough for its code to be measured and compiled once more.
export DOTNET_TieredPGO=0
export HOME="${HOME:-$scratch}"
# Files and sheets have Chinese names; LibreOffice and Chromium drop those where the machine speaks only ASCII.
export LC_ALL=C.UTF-8

say() { printf '\n== %s\n' "$*"; }

# A child in the background lets a signal reach us at once, so that the server is stopped whatever happens.
run() {
  "$@" &
  child=$!
  wait "$child"
  local code=$?
  child=
  return "$code"
}

clean_up() {
  local job
  for job in $child $beside; do { kill "$job" && wait "$job"; } 2>/dev/null; done
  [ ! -f "$scratch/pg/data/postmaster.pid" ] || as_postgres "$pg_bin/pg_ctl" -D "$scratch/pg/data" -m immediate stop >/dev/null 2>&1
  [ "$compiling" = no ] || dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
  compiling=no
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# --- what Debian has to give ---------------------------------------------------------------------------------------
packages=(chromium fonts-noto-cjk libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils postgresql-15)

install_missing() {
  local missing=() package root=()
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  say "installing ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Not root and no sudo. The tests that need these packages will be skipped: ${missing[*]}"
      return 0
    fi
    root=(sudo)
  fi
  # The package would otherwise create and start a server of its own; the tests bring theirs.
  local no_server=/etc/postgresql-common/createcluster.d/supervisionbot-test.conf
  "${root[@]}" mkdir -p "${no_server%/*}"
  echo 'create_main_cluster = false' | "${root[@]}" tee "$no_server" >/dev/null
  "${root[@]}" apt-get update -q &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" ||
    echo "apt-get failed; the tests that need ${missing[*]} will be skipped."
  "${root[@]}" rm -f "$no_server"
}

# --- a PostgreSQL server that lives as long as this script ---------------------------------------------------------
pg_bin=

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_postgres() {
  local candidate port
  for candidate in /usr/lib/postgresql/*/bin; do [ -x "$candidate/initdb" ] && pg_bin=$candidate; done
  if [ -z "$pg_bin" ]; then
    echo "No PostgreSQL here; its tests will be skipped."
    return
  fi
  mkdir -p "$scratch/pg"
  chmod 755 "$scratch"
  [ "$(id -u)" -ne 0 ] || chown postgres "$scratch/pg"
  as_postgres "$pg_bin/initdb" -D "$scratch/pg/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$scratch/initdb.log" ||
    { cat "$scratch/initdb.log"; return 1; }
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    as_postgres "$pg_bin/pg_ctl" -D "$scratch/pg/data" -l "$scratch/pg/log" -w -o "-p $port -k $scratch/pg -c listen_addresses=127.0.0.1 \
      -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start >/dev/null && break
    port=
  done
  [ -n "$port" ] || { cat "$scratch/pg/log"; return 1; }
  export SUPERVISIONBOT_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
  say "PostgreSQL $("$pg_bin/postgres" --version | awk '{print $3}') on 127.0.0.1:$port"
}

# --- suites ----------------------------------------------------------------------------------------------------------
# Prints "passed failed skipped" of an xUnit report: errors (in clean-up) are failures, tests that were not run are skips.
count() {
  awk 'BEGIN { RS = ">" }
    $1 == "<assembly" {
      while (match($0, /[a-z-]+="[^"]*"/)) {
        split(substr($0, RSTART, RLENGTH - 1), pair, /="/)
        value[pair[1]] = pair[2]
        $0 = substr($0, RSTART + RLENGTH)
      }
      print value["passed"] + 0, value["failed"] + value["errors"], value["skipped"] + value["not-run"]
      exit
    }' "$1" 2>/dev/null
}

# What runs a suite, and where it reports.
prepare() {
  local name=SupervisionBot.$1 report=artifacts/test-results/$1.xml
  suite_command=(timeout --kill-after=15 12m dotnet "artifacts/bin/$name/debug/$name.dll" -noLogo -noColor -result-xml "$report")
  rm -f "$report"
}

# Adds up what a suite reports that ended with that code.
tally() {
  local code=$2 p f s
  read -r p f s <<<"$(count "artifacts/test-results/$1.xml")"
  p=${p:-0} f=${f:-0} s=${s:-0}
  # A crash, a time-out or a suite that ran nothing is a failure, even where no test says so.
  if [ "$f" -eq 0 ] && { [ "$code" -ne 0 ] || [ $((p + s)) -eq 0 ]; }; then
    echo "$1: exit code $code after $p passed tests: counted as a failure."
    f=1
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

run_suite() {
  say "$1"
  prepare "$1"
  run "${suite_command[@]}"
  tally "$1" $?
}

# Suites one after the other, each with a log and an exit code of its own.
in_turn() {
  local suite job=
  trap '{ kill "$job" && wait "$job"; } 2>/dev/null; exit 143' TERM
  for suite in "$@"; do
    prepare "$suite"
    "${suite_command[@]}" >"$scratch/$suite.log" 2>&1 &
    job=$!
    wait "$job"
    echo $? >"$scratch/$suite.code"
  done
}

# The first suite, and beside it the others in turn, which speak when both sides are through.
run_beside() {
  local first=$1 suite
  shift
  in_turn "$@" &
  beside=$!
  run_suite "$first"
  wait "$beside"
  beside=
  for suite in "$@"; do
    say "$suite (beside $first)"
    cat "$scratch/$suite.log"
    tally "$suite" "$(cat "$scratch/$suite.code")"
  done
}

wanted() {
  [ $# -gt 1 ] || return 0
  local suite=$1 name
  shift
  for name in "$@"; do [[ "$suite" != "$name"* ]] || return 0; done
  return 1
}

install_missing
start_postgres || failed=$((failed + 1))
mkdir -p artifacts/test-results

say "formatting"
run dotnet tool restore >/dev/null && run dotnet csharpier check . || failed=$((failed + 1))

say "build"
# One compiler for all projects loads its analysers once, which takes a third off; it and the nodes are gone afterwards, or they would hold our output open.
compiling=yes
run dotnet build SupervisionBot.sln -nodeReuse:false -p:UseSharedCompilation=true --verbosity quiet
built=$?
dotnet build-server shutdown --vbcscompiler >/dev/null
compiling=no
if [ "$built" -eq 0 ]; then
  together=()
  for folder in tests/*.Tests; do
    suite=${folder#tests/}
    wanted "$suite" "$@" || continue
    case $suite in
      # The longest first; no other looks at a clock on the wall, and it ends with a test or two that leave a processor idle.
      Core.Tests) together=("$suite" "${together[@]}") ;;
      Bot.Tests | Worker.Tests) together+=("$suite") ;;
      EndToEnd.Tests) ;;
      *) run_suite "$suite" ;;
    esac
  done
  [ ${#together[@]} -eq 0 ] || run_beside "${together[@]}"
  # By itself and last: it drives a browser and real processes, and would time out beside the others on a small machine.
  wanted EndToEnd.Tests "$@" && run_suite EndToEnd.Tests
else
  failed=$((failed + 1))
fi

result=0
[ "$failed" -eq 0 ] || result=1
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
  say "In CI nothing may be skipped: see the reasons above."
  result=1
fi
clean_up
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
exit "$result"
