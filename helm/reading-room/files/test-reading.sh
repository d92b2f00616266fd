#!/bin/sh
# Sends a small text through the whole service and reads the answer about it.
#   SERVICE   address of the service
#   SECONDS_TO_ANSWER   how long the answer may take
#   TOKEN     access token of a caller that may upload, read and erase; without one strangers must be turned away
set -eu
work=${WORK:-/work}

say() { echo "$*"; }
fail() { say "FAILED: $*"; exit 1; }

for check in started live ready; do
  curl -fsS -m 30 --retry 10 --retry-delay 3 --retry-all-errors "$SERVICE/q/health/$check" >"$work/health" ||
    fail "the service is not $check: $(cat "$work/health")"
  say "health: $check"
done

call() {
  if [ -n "${TOKEN:-}" ]; then
    # From a file, so that no list of processes shows it.
    printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" >"$work/token"
    curl -K "$work/token" "$@"
  else
    curl "$@"
  fi
}

cat >"$work/agreement.txt" <<'TEXT'
Supply Agreement. This agreement is made on 3 March 2025 between Example Supplies Ltd and Sample Buyer plc.
The supplier delivers 120 units a month at a price of EUR 45 each. It ends on 31 December 2026.
Both parties are pleased with the cooperation so far. It is governed by the laws of Ireland.
TEXT
call -sS -m 60 -o "$work/submitted" -D "$work/headers" -w '%{http_code}' \
  -F "file=@$work/agreement.txt;type=text/plain" "$SERVICE/v1/documents" >"$work/status"
if [ -z "${TOKEN:-}" ] && [ "$(cat "$work/status")" = 401 ]; then
  say "strangers are turned away; give a token to have a document read"
  exit 0
fi
[ "$(cat "$work/status")" = 202 ] || fail "the upload was answered $(cat "$work/status"): $(cat "$work/submitted")"
location=$(sed -n 's/^[Ll]ocation: *//p' "$work/headers" | tr -d '\r')
document=$SERVICE/${location#*://*/}
case $location in /*) document=$SERVICE$location ;; esac
say "taken in: $location"

waited=0
until [ "$(call -sS -m 30 -o "$work/analysis" -w '%{http_code}' -H 'Accept: application/json' "$document/analysis")" = 200 ]; do
  [ "$waited" -lt "$SECONDS_TO_ANSWER" ] || fail "no answer after $waited s: $(cat "$work/analysis")"
  sleep 2
  waited=$((waited + 2))
done
for part in summary sentiment keyFacts coverage; do
  grep -q "\"$part\"" "$work/analysis" || fail "the answer has no $part"
done
grep -q "2025\|2026\|Ireland" "$work/analysis" || fail "the answer names nothing that stands in the text"
say "read in about $waited s: summary, sentiment, key facts, coverage"

call -fsS -m 30 -X DELETE "$document" >/dev/null || fail "the document could not be erased"
say "erased"
