#!/usr/bin/env bash
# Runs every test there is: scripts, units and components, HTTP, browser. The last line has the totals.
# Installs what the tests need where it may (Debian and Ubuntu, as root or by sudo), and says what is missing where not.
set -uo pipefail
cd "$(dirname "$0")"

# How many passed and failed in each suite: a line for each.
totals=$(mktemp)
# Most programs here run for seconds: what the compiler learns about them would cost a third of the time, and is never used.
export DOTNET_TieredPGO=0

have() { # command, package: there, or installed now
    command -v "$1" > /dev/null && return
    local sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    if command -v apt-get > /dev/null && $sudo true 2> /dev/null; then
        [ -n "${updated:-}" ] || $sudo apt-get update -qq
        updated=yes
        # Servers are installed for their programs: no service of the machine starts.
        local policy=/usr/sbin/policy-rc.d own=""
        [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' | $sudo install -m 755 /dev/stdin $policy && own=yes; }
        DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "$2" > /dev/null 2>&1
        [ -z "$own" ] || $sudo rm -f $policy
    fi
    command -v "$1" > /dev/null
}

need() { have "$1" "$2" || missing+=("$1 (in Debian: $2)"); }

# The object store that the tests keep files in.
object_store() { npm ci --prefix BlazorChat.Tests/S3 --ignore-scripts --no-audit --no-fund --loglevel=error; }

# The document that tests of scripts draw in.
document() { npm ci --prefix BlazorChat.Tests/js --ignore-scripts --no-audit --no-fund --loglevel=error; }

# Debian keeps the programs of PostgreSQL's server out of everybody's path, in a folder for each version.
postgres() { compgen -G "/usr/lib/postgresql/*/bin/initdb" > /dev/null || command -v initdb > /dev/null; }

# What drives Firefox.
puppeteer() { npm ci --prefix BlazorChat.E2E/firefox --ignore-scripts --no-audit --no-fund --loglevel=error; }

# The TypeScript client with its compiler.
client() { npm ci --prefix clients/typescript --ignore-scripts --no-audit --no-fund --loglevel=error; }

# The apps of the examples, as they go into production. The client has been built.
examples() {
    local app
    for app in clients/examples/react clients/examples/vue; do
        npm ci --prefix "$app" --ignore-scripts --no-audit --no-fund --loglevel=error && npm run --prefix "$app" --silent build > /dev/null || return 1
    done
}

# The lightest Chromium. Where the system has none of its own, Playwright may bring one.
browser() {
    # The emoji picker shows what the system can draw in colour.
    fc-list :family="Noto Color Emoji" 2> /dev/null | grep -q . || have noto-color-emoji fonts-noto-color-emoji || true
    have chromium-headless-shell chromium-headless-shell || have chromium chromium ||
        node BlazorChat.E2E/bin/Debug/net10.0/.playwright/package/cli.js install chromium
}

count() { # name, passed, failed, exit code
    local bad=$3
    # A suite that broke off without saying so has failed, too.
    if [ "$4" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
    echo "== $1: $2 passed, $bad failed"
    echo "$2 $bad" >> "$totals"
}

figure() { sed -nE "s/$1/\1/p" "$2" | tail -1 | grep . || echo 0; }

scripts() { # name, files
    local out code name=$1
    shift
    out=$(mktemp)
    node --test --test-reporter=tap "$@" > "$out" 2>&1
    code=$?
    grep -E '^ *not ok' -A 15 "$out"
    count "$name" "$(figure '^# pass ([0-9]+)' "$out")" "$(figure '^# fail ([0-9]+)' "$out")" $code
    rm "$out"
}

# The client is type-checked and built, then tested against the chat that has been built.
typescript() {
    local out code
    out=$(mktemp)
    (cd clients/typescript && npx tsc --noEmit && npm run --silent build && npx vitest run --reporter=tap-flat) > "$out" 2>&1
    code=$?
    grep -E '^not ok' -A 15 "$out"
    [ $code = 0 ] || grep -vE '^(ok|TAP|1\.\.)' "$out" | head -40
    count "TypeScript client" "$(grep -cE '^ok' "$out")" "$(grep -cE '^not ok' "$out")" $code
    rm "$out"
}

project() { # folder, options
    local out code name=$1
    shift
    out=$(mktemp)
    # A test that hangs ends its suite, which counts as failed: the totals of the other suites are still told.
    dotnet test --project "$name" --no-build --no-progress --timeout 60m "$@" 2>&1 | tee "$out"
    code=$?
    count "$name${CHAT_TESTS_DATABASE:+ on $CHAT_TESTS_DATABASE}" "$(figure '^ *succeeded: ([0-9]+).*' "$out")" "$(figure '^ *failed: ([0-9]+).*' "$out")" $code
    rm "$out"
}

# A crash test counts as one: nothing lost, nothing doubled, one order.
ledger() { # name, options
    local code passes=0 name=$1
    shift
    dotnet BlazorChat.Load/bin/Debug/net10.0/BlazorChat.Load.dll --ledger "$@"
    code=$?
    [ $code = 0 ] && passes=1
    count "$name" $passes 0 $code
}

# What depends on the database most, once more on PostgreSQL: who is answered what, streams, rooms, messages, reactions.
# What is special about PostgreSQL and about several nodes runs there anyway.
on_postgres() {
    local part parts=()
    for part in Live Safety Features.Rooms Features.Messages Features.Reactions; do
        parts+=(--filter-namespace "BlazorChat.Tests.$part")
    done
    CHAT_TESTS_DATABASE=postgres project BlazorChat.Tests "${parts[@]}"
}

missing=()
# Where Debian keeps clamd, which is not in everybody's path.
PATH="$PATH:/usr/sbin"
command -v dotnet > /dev/null || missing+=("dotnet (the .NET 10 SDK, https://dot.net)")
need node nodejs
need npm npm
need curl curl
need ab apache2-utils
need strace strace
need clamd clamav-daemon
need nginx nginx-light
need redis-server redis-server
need ip iproute2
postgres || have initdb postgresql || postgres || missing+=("initdb (in Debian: postgresql)")
have firefox-esr firefox-esr || need firefox firefox
if [ ${#missing[@]} = 0 ]; then
    object_store || missing+=("what BlazorChat.Tests/S3/package.json names (by npm ci)")
    document || missing+=("what BlazorChat.Tests/js/package.json names (by npm ci)")
    client || missing+=("what clients/typescript/package.json names (by npm ci)")
    puppeteer || missing+=("what BlazorChat.E2E/firefox/package.json names (by npm ci)")
fi
if [ ${#missing[@]} -gt 0 ]; then
    printf 'The tests need, and could not install: %s\n' "${missing[@]}"
    echo "0 passed, 1 failed"
    exit 1
fi

broke() { count "$1" 0 1 1; }

# Much of a suite is waiting, so two run beside each other. The second one is shown when it is over.
beside() { # first, second
    local out code
    out=$(mktemp)
    "$2" > "$out" 2>&1 &
    "$1"
    wait $!
    code=$?
    cat "$out"
    rm "$out"
    [ $code = 0 ] || broke "$2"
}

# True for the first who asks.
taken=$(mktemp -d)
take() { mkdir "$taken/$1" 2> /dev/null; }

# Both do these at their end, each one once: so neither of them waits long for the other.
crashes() {
    if take one; then ledger Ledger --rounds "${LEDGER_ROUNDS:-20}"; fi
    if take two; then ledger "Ledger of nodes" --nodes 2 --rounds "${LEDGER_NODES_ROUNDS:-10}"; fi
}

# Waits more than it works.
in_process() {
    project BlazorChat.Tests
    crashes
}

from_outside() {
    scripts Scripts BlazorChat.Tests/js/*.test.js
    typescript
    on_postgres
    examples && browser && project BlazorChat.E2E || broke "What the browser tests need"
    scripts Firefox BlazorChat.E2E/firefox/*.test.js
    crashes
}

if dotnet build BlazorChat.sln --nologo -v quiet; then
    beside in_process from_outside
else
    broke Build
fi

read -r passed failed <<< "$(awk '{ passed += $1; failed += $2 } END { print passed, failed }' "$totals")"
rm -r "$totals" "$taken"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
