#!/usr/bin/env bash
# The README's two commands on a machine that is not ours: a new clone in a folder whose path holds a space and Chinese characters, an
# ordinary user, no browser, no GNU parallel, another locale and another time zone. Needs root only to become an ordinary user.
set -euo pipefail
cd "$(dirname "$0")/.."

place=$(mktemp -d "${TMPDIR:-/tmp}/gouji-fresh-XXXXXX")
trap 'rm -rf "$place"' EXIT
clone="$place/新 机器/gouji"
home="$place/home"
programs="$place/programs"
mkdir -p "$home/.npm" "$programs"

git clone --quiet --no-hardlinks . "$clone"

# Every program of this machine but those that may be missing elsewhere.
IFS=: read -ra folders <<<"$PATH"
for folder in "${folders[@]}"; do
  case $folder in *node_modules*) continue ;; esac
  for program in "$folder"/*; do
    name=${program##*/}
    case $name in chrom* | google-chrome* | firefox* | parallel | sshd) continue ;; esac
    if [ -x "$program" ] && [ ! -e "$programs/$name" ]; then ln -s "$(realpath "$program")" "$programs/$name"; fi
  done
done

# Packages that were fetched before need not be fetched again.
packages=$(npm config get cache)/_cacache
if [ -d "$packages" ]; then cp -r "$packages" "$home/.npm/"; fi

as_user=()
if [ "$(id -u)" = 0 ]; then
  chmod 755 "$place"
  chown -R 65534:65534 "$place"
  as_user=(setpriv --reuid 65534 --regid 65534 --clear-groups)
fi

run() {
  (cd "$clone" && "${as_user[@]}" env -i "PATH=$programs" "HOME=$home" "TMPDIR=${TMPDIR:-/tmp}" LC_ALL=C TZ=America/St_Johns npm_config_prefer_offline=true npm_config_update_notifier=false "$@")
}

fail() {
  echo "$1" >&2
  exit 1
}

run npm ci >"$place/ci.out" 2>"$place/ci.err" || fail "npm ci fails: $(cat "$place/ci.err")"
[ ! -s "$place/ci.err" ] || fail "npm ci warns, and .npmrc should say why nobody is told: $(cat "$place/ci.err")"
run npm start >"$place/start.out" 2>&1 || fail "npm start fails: $(cat "$place/start.out")"
[ -s "$clone/out/all.csv" ] || fail "npm start has written no out/all.csv."
run npm test >"$place/test.out" 2>&1 || {
  grep -E 'FAIL|Error|SKIPPED|Tests' "$place/test.out" | head -80 >&2
  fail "npm test fails on a machine that is not ours."
}
grep -q 'SKIPPED: No chrome and no firefox' "$place/test.out" || fail "npm test does not say that there is no browser."
grep -E 'Test Files|Tests|Duration' "$place/test.out"
