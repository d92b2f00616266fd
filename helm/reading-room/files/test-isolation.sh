#!/bin/sh
# Succeeds when nothing outside answers a pod that the network policies take for the service.
#   SERVICE          address of the service, which must answer: a pod that reaches nothing at all proves nothing
#   MUST_NOT_REACH   addresses, separated by blanks
set -eu

# Fails on a name that cannot be resolved as on a connection that is refused or dropped; an answer of any kind is one.
answers() { curl -sSk -o /dev/null -m 10 --connect-timeout 5 "$1"; }

if ! curl -fsS -o /dev/null -m 30 --retry 10 --retry-delay 3 --retry-all-errors "$SERVICE/q/health/live"; then
  echo "FAILED: the service itself cannot be reached, so that the rest would prove nothing"
  exit 1
fi
echo "reached, as it must be: $SERVICE"
reached=0
for address in $MUST_NOT_REACH; do
  if answers "$address"; then
    echo "FAILED: reached $address"
    reached=1
  else
    echo "not reached, as it must be: $address"
  fi
done
exit $reached
