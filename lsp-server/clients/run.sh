#!/usr/bin/env bash
# Drives the language server with real clients: Node, Neovim, Emacs. Any failure ends it with 1. LSP_CMD names another server command.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export LSP_CMD=${LSP_CMD:-$here/../../mad lsp}

install() {
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

command -v npm >/dev/null || install nodejs npm
command -v nvim >/dev/null || install neovim
command -v emacs >/dev/null && [ -d /usr/share/emacs/site-lisp/elpa-src ] || install emacs-nox elpa-eglot

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here"/package.json "$here"/*.mjs "$here/sessions" "$work"
(cd "$work" && npm install --silent --no-audit --no-fund)
echo "let a = 1" >"$work/clients.mad"

# shellcheck disable=SC2086
node "$work/node.mjs" $LSP_CMD
HOME=$work nvim --headless --clean -c "luafile $here/nvim.lua" "$work/clients.mad"
HOME=$work emacs -Q --batch -l "$here/eglot.el" "$work/clients.mad" 2>"$work/emacs.log" || { cat "$work/emacs.log" >&2; exit 1; }
