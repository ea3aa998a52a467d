#!/bin/sh
# Lets schemathesis make up requests from the document of a running suite, good ones and bad ones, and
# holds every answer against it. Called by ./berea check api; words after the first two go to schemathesis.
set -eu

clients=$(cd -P "$(dirname "$0")" && pwd)
address=$1
token=$2
shift 2
tools=$clients/target/schemathesis
version=4.32.5

command -v python3 >/dev/null || {
    echo "There is no python3 on this machine; schemathesis needs it."
    exit 2
}
[ -x "$tools/bin/schemathesis" ] || {
    echo "Installing schemathesis $version into $tools ..."
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet "schemathesis==$version"
}
exec "$tools/bin/schemathesis" run "$address/openapi.json" \
    --header "Authorization: Bearer $token" \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance \
    --phases examples,coverage,fuzzing --max-examples 50 --rate-limit 250/m --request-timeout 90 --seed 1 \
    --continue-on-failure --suppress-health-check all "$@"
