#!/usr/bin/env bash
# install.sh FOLDER: VS Code 1.100 as a server, with the workbench that a browser opens. From npm alone; nothing is compiled. Needs ripgrep.
# Only lib/vscode is used: VS Code's own server, without what code-server puts around it.
set -euo pipefail
mkdir -p "$1"
cp "$(dirname "${BASH_SOURCE[0]}")/package.json" "$1"
cd "$1"
npm install --ignore-scripts --no-audit --no-fund --silent
cd node_modules/code-server/lib/vscode
npm install --ignore-scripts --omit=dev --no-audit --no-fund --silent # not `npm ci`: its lock is out of step
ln -sfn node_modules node_modules.asar                                # where it looks for its WASM
(cd bin/remote-cli && ln -sf code-linux.sh code-server)
(cd bin/helpers && ln -sf browser-linux.sh browser.sh)
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
touch "$OLDPWD/installed"
