#!/usr/bin/env bash
# Tests the extension, as CI does after `mvn verify`: colours, types, the packages, the extension host of a real VS Code, and a user in a real browser.
# Pictures of every step are left in target/screenshots. MAD_TEST_VSCODE names a folder in which to keep VS Code between runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

install() {
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

command -v npm >/dev/null || install nodejs npm
command -v rg >/dev/null || install ripgrep
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || install chromium
command -v pgrep >/dev/null || install procps
JAVA_HOME=${JAVA_HOME:-$(../mad --java-home)}
export JAVA_HOME

npm ci --silent
npm run --silent typecheck
npm run --silent bundle
npm run --silent test:grammar
npm run --silent package
timeout 500 npm run --silent test:host
timeout 600 npm run --silent test:ui || { # on a busy machine VS Code itself may lose a click: once is told, twice is a failure
    echo "the browser's session failed once and is begun anew"
    timeout 600 npm run --silent test:ui
}
