#!/bin/sh
# Sets up .venv with exactly what requirements.lock lists, and this project in it. Most `make` targets run it first.
# `sh scripts/setup.sh materialx` sets up .venv-materialx from requirements-materialx.lock in the same way.
# Once that is done, it only checks: no network, no output. Outside the repository it writes only pip's cache.
set -eu
cd "$(dirname "$0")/.."

suffix=${1:+-$1}
venv=.venv$suffix
lock=requirements$suffix.lock
stamp=$venv/setup-done

say() { printf '%s\n' "$*"; }

fail() {
    printf '\n' >&2
    printf '%s\n' "$@" >&2
    exit 1
}

# What the environment depends on: the lock, the pyproject.toml files, and the path, since an environment cannot be moved.
state() {
    pwd -P
    cksum "$lock" pyproject.toml plugins/*/pyproject.toml
}

runs() { [ -x "$venv/bin/python" ] && "$venv/bin/python" -c 'import pip' >/dev/null 2>&1; }

# Names of Pythons that can run the project, the usual one first. PYTHON=… chooses one.
pythons() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then say "$name"; fi
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_be_root() {
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true; } >/dev/null 2>&1
}

# Refreshes apt's lists. Unlike `install`, `update` doesn't wait while another apt process has the lock, as on a machine
# that has just started.
refresh() {
    tries=60
    while message=$(as_root env LC_ALL=C apt-get update -qq 2>&1) || true; do
        case $message in *"Could not get lock"*) ;; *) break ;; esac
        [ $tries -gt 0 ] || break
        tries=$((tries - 1))
        sleep 5
    done
    [ -z "$message" ] || say "$message" "(the package lists could not all be refreshed: trying with what there is)"
}

# Debian and Ubuntu keep `ensurepip`, without which `python3 -m venv` fails, in a package of its own.
create() {
    candidates=$(pythons)
    [ -n "$candidates" ] || fail "Python 3.11 or newer is needed, and none was found." \
        "Install it (Debian, Ubuntu: sudo apt-get install python3 python3-venv; macOS: brew install python3)," \
        "then run the same command again. PYTHON=/path/to/python3 chooses one that is not on the PATH."

    for python in $candidates; do
        if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            say "Making $venv with $("$python" --version) ($python) ..."
            "$python" -m venv "$venv"
            return
        fi
    done

    python=$(say "$candidates" | head -n 1)
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if command -v uv >/dev/null; then
        say "Making $venv with uv, since $python has no venv module ..."
        uv venv --quiet --seed --python "$python" "$venv"
    elif command -v virtualenv >/dev/null; then
        say "Making $venv with virtualenv, since $python has no venv module ..."
        virtualenv --quiet --python "$python" "$venv"
    elif command -v apt-get >/dev/null && can_be_root; then
        say "Installing the system package $package, without which $python cannot make an environment ..."
        refresh
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
            install -y --no-install-recommends "$package" >/dev/null
        say "Making $venv with $("$python" --version) ($python) ..."
        "$python" -m venv "$venv"
    else
        fail "$python cannot make a virtual environment: its venv module is not installed. Run" "" \
            "    sudo apt-get install $package" "" "and then the same command again."
    fi
}

if runs && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(state)" ]; then
    exit 0
fi

# Without a stamp the last setup was interrupted, or the environment was made by something else: it is made again.
if [ -e "$venv" ] && ! { runs && [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" = "$(pwd -P)" ]; }; then
    say "$venv is unfinished or no longer works: making it again."
    rm -rf "$venv"
fi
rm -f "$stamp"
[ -d "$venv" ] || create

# On a terminal pip shows its progress; in a log, one line. A user's settings such as PIP_USER would break the install.
quiet=--quiet
[ -t 1 ] && quiet=
export PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 PIP_DISABLE_PIP_VERSION_CHECK=1
say "Installing the $(grep -c == "$lock") packages of $lock into $venv (about a minute the first time) ..."
# shellcheck disable=SC2086 # empty means no argument
"$venv/bin/python" -m pip install $quiet --no-compile --require-hashes -r "$lock" ||
    fail "The packages could not be installed; pip gives the reason above. Once that is fixed, run the same command again."
# All cores compile, meanwhile; pip would use one. Some packages have files in Python 2, which nothing imports.
"$venv/bin/python" -m compileall -q -j 0 "$venv/lib" plugins >/dev/null 2>&1 || true &
# The build tools are in the lock: no build isolation, and so no download here.
"$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation \
    --editable plugins/foundation --editable plugins/self_assessment --editable plugins/multilingual --editable plugins/incremental
wait

state >"$stamp"
say "Set up: $venv"
