#!/usr/bin/env bash
# Everything that can be said of the code without running the product. Ends with `N passed, N failed`, all steps run.
set -uo pipefail
cd "$(dirname "$0")/.."
steps=$(grep -cE "^ *step '" "$0"); work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What is stopped stops both that run beside each other.
trap 'for one in $(jobs -p); do kill "$one" $(pgrep -P "$one"); done; exit 130' INT TERM
: >"$work/passed"
# Says how it went in one piece: others go on beside it.
step() {
  local name=$1 began=$SECONDS log how; shift; log=$(mktemp -p "$work")
  if "$@" >"$log" 2>&1; then how=ok; echo >>"$work/passed"; else how=FAILED; fi
  printf '%s\n' "$(printf '  %-7s %s (%s s)' "$how" "$name" $((SECONDS - began)); [[ $how == ok ]] || { echo; tail -n 60 "$log" | sed 's/^/          /'; })"
}
node24() { node -e 'const [major, minor] = process.versions.node.split(".").map(Number); if (major !== 24 || minor < 15) { console.log("node is", process.version, process.execPath); process.exit(1) }'; }
# `npm ci` compiles them too: a change of what they are made of, or of what makes them, is newer.
compile_texts() {
  local newer=(-newer src/texts/messages.js '(' -name 'texts.*.json' -o -name settings.json -o -name package-lock.json ')')
  [[ -e src/texts/messages.js && -z $(find src project.inlang package-lock.json "${newer[@]}" -print -quit) ]] || npm run -s texts
}
before_texts() {
  step 'lockfile installs on every platform'            npm ci --dry-run --ignore-scripts --no-audit --no-fund
  step 'format'                                         biome format --reporter=summary .
}
lint_and_pages() {
  step 'lint'                                           oxlint --type-aware --deny-warnings --format=unix
  step 'types of the pages'                             tsc -p tsconfig.web.json
}
server_and_rules() {
  step 'types of the server'                            tsc --checkers 1 -p tsconfig.server.json
  step 'traffic rules and sizes'                        env TOVHOLDER_TEST_PG=none vitest run src/architecture.test.ts src/rooms.test.ts
  step 'the texts of all languages agree'               node scripts/texts-agree.ts
  step 'db/schema.sql and db/types.ts agree with the migrations' node scripts/schema.ts
}
echo check
step 'Node 24 of this package' node24
# Two beside each other, each mostly on one core: all that reads the compiled texts comes after them.
before_texts &
step 'texts compile' compile_texts
wait
lint_and_pages &
server_and_rules &
wait
# A step that was stopped has failed too.
passed=$(wc -l <"$work/passed"); failed=$((steps - passed))
echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
