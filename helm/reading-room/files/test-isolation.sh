#!/bin/sh
# Succeeds when nothing outside answers a pod that the network policies take for the service.
#   SERVICE          address of the service, which must answer: a pod that reaches nothing at all proves nothing
#   MUST_NOT_REACH   addresses, separated by blanks
set -eu

# A connection is enough, whatever is said over it: curl reports how long one took, or nought where there was none.
connects() {
  taken=$(curl -sk -o /dev/null -m 10 --connect-timeout 5 --noproxy '*' -w '%{time_connect}' "$1" || true)
  case $taken in *[1-9]*) return 0 ;; *) return 1 ;; esac
}

if ! curl -fsS -o /dev/null -m 30 --retry 10 --retry-delay 3 --retry-all-errors "$SERVICE/q/health/live"; then
  echo "FAILED: the service itself cannot be reached, so that the rest would prove nothing"
  exit 1
fi
echo "reached, as it must be: $SERVICE"
reached=0
for address in $MUST_NOT_REACH; do
  if connects "$address"; then
    echo "FAILED: reached $address"
    reached=1
  else
    echo "not reached, as it must be: $address"
  fi
done
exit $reached
