#!/usr/bin/env bash
# Makes sure of the system libraries that the PDF writer loads; with --tests also of the tools that marked tests need.
# Installs with apt-get when it may; otherwise names the one command to run, and fails. Quick when nothing is missing.
# No font packages: the project ships its own fonts, and Debian's pango brings the fontconfig library and its configuration.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)

# Loads each library as WeasyPrint does, and prints the Debian packages of those that will not load. Asking the loader and not
# dpkg is exact, and works where the libraries came from elsewhere. Without libharfbuzz-subset0 WeasyPrint works, but warns,
# and writes the current time into embedded fonts.
missing_libraries() {
    "${PYTHON:-python3}" - <<'PY'
import ctypes

LIBRARIES = {
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}


def loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


print(*(package for package, names in LIBRARIES.items() if not any(map(loads, names))))
PY
}

missing_test_tools() {
    command -v soffice >/dev/null || printf 'libreoffice-writer-nogui '
    command -v pdftotext >/dev/null || printf 'poppler-utils '
    command -v faketime >/dev/null || printf 'faketime '
    command -v node >/dev/null || printf 'nodejs '
    command -v npm >/dev/null || printf 'npm '
    command -v chromium >/dev/null || printf 'chromium '
}

install_packages() {
    local command="apt-get update && apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null; then
        echo "This system has no apt-get; install what these Debian packages hold (macOS: brew install pango): $*" >&2
        return 1
    elif [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive sh -c "$command" </dev/null
    elif sudo -n true 2>/dev/null; then
        sudo -n env DEBIAN_FRONTEND=noninteractive sh -c "$command" </dev/null
    else
        echo "System libraries are missing; run: sudo sh -c '$command'" >&2
        return 1
    fi
}

# `npm install --no-save` and not `npm ci`: the lock file has digests for the platforms that the validator is published for
# in the registry it was written from, and `npm ci` refuses a lock file that lacks the others.
install_node_tools() {
    local tools="$here/tests/tools"
    [ "$tools/node_modules/.package-lock.json" -nt "$tools/package-lock.json" ] && return
    npm install --no-save --prefix "$tools" </dev/null
    touch "$tools/node_modules/.package-lock.json"
}

case "${1-}" in
    "" | --tests) ;;
    *) echo "usage: $0 [--tests]" >&2; exit 2 ;;
esac

packages=$(missing_libraries)
[ "${1-}" = --tests ] && packages="$packages $(missing_test_tools)"
read -ra packages <<<"$packages"
[ ${#packages[@]} -eq 0 ] || install_packages "${packages[@]}"
[ "${1-}" != --tests ] || install_node_tools
