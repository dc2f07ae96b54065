#!/usr/bin/env bash
# Does the README's promise hold on a machine that has nothing? Clones HEAD into a bare Debian and runs the README's commands.
#
#   debootstrap --variant=minbase --include=python3,python3-venv,make,git,ca-certificates bookworm DIR
#   scripts/clean_machine_check.sh DIR                    as root: make demo, make test
#   scripts/clean_machine_check.sh DIR bash .ci/run       another command
#
# DIR stays as it is: the run happens in an overlay that is thrown away, so every run meets a bare machine. The environment of
# the caller is not passed on. What that Debian needs to reach its package registries (a certificate, a mirror, pip's
# configuration) is set up under DIR/etc beforehand, and is no business of this repository.
set -euo pipefail

if [ $# -lt 1 ] || [ ! -x "$1/bin/sh" ]; then
    echo "usage: $0 DIR [COMMAND…], where DIR holds a Debian made by debootstrap" >&2
    exit 2
elif [ "$(id -u)" != 0 ]; then
    echo "$0: chroot needs root" >&2
    exit 3
fi

bare=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- sh -c 'make demo && make test'
repository=$(cd "$(dirname "$0")/.." && pwd)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/changes" "$scratch/work" "$scratch/machine"
git clone --quiet --no-local "$repository" "$scratch/clone"
echo "commit $(git -C "$scratch/clone" rev-parse --short HEAD): $*"

# In a mount namespace of their own, the mounts go away with the last process, however it ends.
# shellcheck disable=SC2016 # the inner shells expand their own arguments
unshare --mount sh -eu -c '
    bare=$1 scratch=$2 machine=$2/machine
    shift 2
    mount -t overlay -o "lowerdir=$bare,upperdir=$scratch/changes,workdir=$scratch/work" overlay "$machine"
    mount -t proc proc "$machine/proc"
    mount --rbind /dev "$machine/dev"
    mv "$scratch/clone" "$machine/root/referral"
    exec chroot "$machine" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        sh -c "cd /root/referral && exec \"\$@\"" sh "$@"
' sh "$bare" "$scratch" "$@" </dev/null

echo "clean machine: passed"
