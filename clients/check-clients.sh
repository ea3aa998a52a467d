#!/bin/sh
# Generates a Java and a TypeScript client from the document of a running suite, compiles both, and
# streams an answer with each. Called by ./berea check clients, which finds JDK and Maven.
set -eu

clients=$(cd -P "$(dirname "$0")" && pwd)
address=$1
export BEREA_TOKEN="$2"
question="What does Romans 8:28 mean in context?"

echo "Java: generating and compiling ..."
"$mvn" -B -q -f "$clients/java/pom.xml" -Dberea.address="$address" compile \
    org.codehaus.mojo:exec-maven-plugin:3.6.3:java -Dexec.mainClass=org.berea.client.example.Main \
    -Dexec.arguments="$address,$question"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "TypeScript: skipped, for there is no node or no npm on this machine."
    exit 0
fi
echo "TypeScript: compiling ..."
cd "$clients/typescript"
npm install --silent --no-audit --no-fund --no-package-lock
npx tsc
node target/compiled/src/main.js "$address" "$question"
