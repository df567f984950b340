#!/usr/bin/env bash
# `npm test`: installs what is missing, then check, the house on the embedded PostgreSQL 17, the rooms and the database's own tests on
# Debian's PostgreSQL 15, and the journeys in a real browser. All parts run, two beside each other; the last line sums them: `N passed, N failed`.
# `npm test -- check|17|pages|15|browser` runs only the parts that are named; `rooms-on-17` only runs when it is.
# The rooms run once, on the older server, which knows less; on 17 the demo world and the journeys go through all their doors.
set -uo pipefail
cd "$(dirname "$0")/.."
parts=${*:-check 17 pages 15 browser}
debian_bin=/usr/lib/postgresql/15/bin
passed=0; failed=0; work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What the tests write goes to memory where there is plenty: a database is two thousand files, and each file of tests has one of its own.
if [[ -z ${TMPDIR:-} && $(df --output=avail -B1G /dev/shm 2>/dev/null | tail -n 1) -ge 12 ]]; then export TMPDIR=/dev/shm; fi
# Each start of the product, and each of vitest's processes, compiles the same files: once a run is enough.
export NODE_COMPILE_CACHE=$work/compiled
# A developer's own server would quietly take the place of both versions.
unset TOVHOLDER_TEST_PG DATABASE_URL DATABASE_APP_URL DATABASE_DIRECT_URL SMTP_URL IMAP_URL BASE_URL PORT HOST TOVHOLDER_DATA

wants() { [[ " $parts " == *" $1 "* ]]; }
# The one without a window, where it is: the journeys take a quarter less of the machine with it.
find_chromium() { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome; }
missing() {
  if wants browser && ! find_chromium >/dev/null; then echo chromium-headless-shell; fi
  if wants 15 && ! [[ -x $debian_bin/postgres ]]; then echo postgresql-15; fi
  # A calendar server (CalDAV) to read from; with it comes vobject, a second reader of calendar files.
  if { wants 15 || wants rooms-on-17; } && ! command -v radicale >/dev/null; then echo radicale; fi
  # A mail server (IMAP) to receive from.
  if { wants 15 || wants rooms-on-17; } && ! PATH=$PATH:/usr/sbin command -v dovecot >/dev/null; then echo dovecot-imapd; fi
  if { wants 15 || wants rooms-on-17; } && ! compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null; then echo libfaketime; fi
}

install_missing() {
  local packages; mapfile -t packages < <(missing)
  [[ ${#packages[@]} == 0 ]] && return 0
  if ! { [[ $(id -u) == 0 && -e /etc/debian_version ]] && command -v apt-get >/dev/null; }; then
    echo "The tests need what is not installed here: ${packages[*]}."
    echo "On Debian, as root: apt-get install ${packages[*]} (and before it, so that no server is started:"
    echo "  echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/tovholder.conf)"
    return 1
  fi
  echo "Installing what the tests need: ${packages[*]}"
  # Debian's package starts a server of its own unless it is told not to.
  mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/tovholder.conf
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "${packages[@]}"; } >"$work/apt.log" 2>&1 ||
    { tail -n 20 "$work/apt.log"; return 1; }
  mapfile -t packages < <(missing)
  [[ ${#packages[@]} == 0 ]] || { echo "Still missing after apt-get install: ${packages[*]}"; return 1; }
}

# Counts a vitest run; one that wrote no counts, or failed without a failing test (a file that does not load), is a failure.
# What it says is held back until it has ended: parts run beside each other.
vitest_part() {
  local title=$1 out=$work/$2 began=$SECONDS code counts; shift 2
  vitest run --reporter=default --reporter=json --outputFile.json="$out.json" "$@" >"$out.said" 2>&1; code=$?
  counts=$(node -e '
    const fs = require("node:fs")
    const { numPassedTests: p, numFailedTests: f, numPendingTests: s, testResults } = JSON.parse(fs.readFileSync(process.argv[1], "utf8"))
    const failed = (file) => file.assertionResults.filter((one) => one.status === "failed")
    const broken = testResults.filter((file) => file.status === "failed" && failed(file).length === 0)
    const said = [...testResults.flatMap((file) => failed(file).map((one) => `${file.name}\n    ${one.fullName}\n    ${one.failureMessages[0]}`)),
      ...broken.map((file) => `${file.name}\n    ${file.message}`)]
    fs.writeFileSync(process.argv[2], said.map((one) => `${one.split("\n").slice(0, 12).join("\n")}\n`).join(""))
    console.log(p, f + broken.length, s)' "$out.json" "$out.failed" 2>/dev/null) || counts='0 1 0'
  read -r p f s <<<"$counts"
  if [[ $code != 0 && $f == 0 ]]; then f=1; fi
  if [[ $p == 0 && $f == 0 ]]; then echo 'Not one test ran.' >>"$out.said"; f=1; fi
  [[ $s == 0 ]] || echo "$s tests were not run (skipped in their file)." >>"$out.said"
  echo "$p $f" >"$out.counts"
  printf '\n%s\n%s\n%s\n' "$title" "$(cat "$out.said")" "$title: $p passed, $f failed, $((SECONDS - began)) s"
}

install_missing || { echo '0 passed, 1 failed'; exit 1; }
if wants check; then
  bash scripts/check.sh | tee "$work/check.log"
  read -r p _ f _ < <(tail -n 1 "$work/check.log")
  passed=$((passed + p)); failed=$((failed + f))
else
  npm run -s texts || { echo '0 passed, 1 failed'; exit 1; }
fi
# Once, before two parts want to.
if wants 17 || wants browser; then
  node -e 'import("./src/build-pages.ts").then(({ buildPages }) => buildPages(console.log))'
fi
# Where nothing kills processes a worker keeps the product loaded from file to file, a quarter of the time less.
run_17() { vitest_part 'Embedded PostgreSQL 17: the house' 17 --config vitest.house.config.ts; }
run_rooms-on-17() { vitest_part 'Embedded PostgreSQL 17: the rooms' rooms-on-17 --no-isolate src/features; }
run_15() {
  TOVHOLDER_TEST_PG=15 vitest_part "Debian's PostgreSQL 15: the rooms, concurrency, SQL, migrations" 15 \
    --no-isolate --project house src/features src/platform/db src/platform/http src/platform/jobs.test.ts --exclude 'src/platform/db/embedded/**'
}
# Screens on a DOM without a browser: they need no database.
run_pages() { TOVHOLDER_TEST_PG=none vitest_part 'Screens without a browser' pages --no-isolate --project pages src/features; }
run_browser() { TOVHOLDER_CHROMIUM=$(find_chromium) vitest_part 'Journeys in a browser' browser --config vitest.e2e.config.ts; }
lane() { for part in "$@"; do ! wants "$part" || "run_$part"; done; }
# Two lanes: while one starts a server, or waits for a page, the other has the cores. What is stopped stops both.
trap 'for one in $(jobs -p); do pkill -TERM -P "$one"; done' INT TERM
lane rooms-on-17 17 pages &
lane browser 15 &
wait
for part in rooms-on-17 17 pages browser 15; do
  wants "$part" || continue
  read -r p f <"$work/$part.counts" || { echo "The part $part did not end."; p=0; f=1; }
  passed=$((passed + p)); failed=$((failed + f))
done

# What is kept of a long run is its end: which ones failed stands there once more.
cat "$work"/*.failed 2>/dev/null
echo; echo "All in $SECONDS s"
echo "$passed passed, $failed failed"
[[ $failed == 0 && $passed -gt 0 ]]
