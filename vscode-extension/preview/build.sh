#!/bin/sh
# Builds the preview for the Java side, when that is due. Without npm MAD does without it: `mad report` then says what is missing.
set -eu
cd "$(dirname "$0")"
if ! command -v npm >/dev/null; then
    echo "The preview is left out: it needs Node.js with npm."
    exit 0
fi
[ -z "$(find src build.mjs package-lock.json -newer dist/render.js 2>&1 | head -n 1)" ] && exit 0
npm ci --silent --no-audit --no-fund
npm run --silent build
touch dist/render.js
