#!/usr/bin/env bash
# Everything that can be said of the code without running the product. Ends with `N passed, N failed`, all steps run.
set -uo pipefail
cd "$(dirname "$0")/.."
passed=0; failed=0
step() {
  local name=$1 began=$SECONDS log; shift; log=$(mktemp)
  if "$@" >"$log" 2>&1; then echo "  ok      $name ($((SECONDS - began)) s)"; passed=$((passed + 1))
  else echo "  FAILED  $name ($((SECONDS - began)) s)"; tail -n 60 "$log" | sed 's/^/          /'; failed=$((failed + 1)); fi
  rm -f "$log"
}
node24() { node -e 'const [major, minor] = process.versions.node.split(".").map(Number); if (major !== 24 || minor < 15) { console.log("node is", process.version, process.execPath); process.exit(1) }'; }
echo check
step 'Node 24 of this package'                          node24
step 'lockfile installs on every platform'              npm ci --dry-run --ignore-scripts --no-audit --no-fund
step 'texts compile'                                    npm run -s texts
step 'the texts of all languages agree'                      node scripts/texts-agree.ts
step 'format'                                           biome format --reporter=summary .
step 'lint'                                             oxlint --type-aware --deny-warnings --format=unix
step 'types of the server'                              tsc --checkers 1 -p tsconfig.server.json
step 'types of the pages'                               tsc -p tsconfig.web.json
step 'traffic rules and sizes'                          env TOVHOLDER_TEST_PG=none vitest run src/architecture.test.ts src/rooms.test.ts
step 'db/schema.sql and db/types.ts agree with the migrations' node scripts/schema.ts
echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
