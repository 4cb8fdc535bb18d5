#!/usr/bin/env bash
# Installs the .deb that was built, does the main job in it with a real mouse and keyboard as an ordinary user, and
# takes it away again; then starts what the .rpm holds. Needs root, for a fresh machine or container.
#   packaging/linux/check-installed.sh [FOLDER-FOR-PICTURES]
set -euo pipefail
cd "$(dirname "$0")/../.."

pictures=$(realpath -m "${1:-target/installer/pictures}")
deb=$(ls target/installer/*.deb)
rpm=$(ls target/installer/*.rpm)
user=tunnels-check
work=$(mktemp -d /tmp/devbox-tunnels-check.XXXXXX)
home=$work/home
display=${CHECK_DISPLAY:-:27}
started=()

fail() {
  echo "check-installed: $*" >&2
  shot failed || true
  [ -s "$work/err" ] && tail -n 40 "$work/err" >&2
  exit 1
}
say() { echo "-- $*"; }
shot() { DISPLAY=$display import -window root "$pictures/installed-$1.png"; }

cleanup() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  pkill -KILL -u "$user" 2>/dev/null || true
  wait 2>/dev/null || true
  userdel "$user" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

# A condition, tried for ten seconds or as many tenths as are given.
until_true() {
  local tries=$1
  shift
  for _ in $(seq "$tries"); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.1
  done
  return 1
}

# Runs as the ordinary user, with an environment that knows nothing of this one. Its class path must not matter.
as_user() {
  runuser -u "$user" -- env -i HOME="$home" USER="$user" PATH="$work/bin:/usr/bin:/bin" CLASSPATH=/nowhere.jar \
    LANG=C.UTF-8 DISPLAY="$display" XDG_RUNTIME_DIR="$work/run" "$@"
}

window() { DISPLAY=$display xdotool search --onlyvisible --name '^Devbox Tunnels$' | tail -1; }
has_window() { [ -n "$(window)" ]; }
no_window() { ! has_window; }

# The middle of a small picture's worth of one colour would be fragile: places are those of a window of known size.
press() {
  DISPLAY=$display xdotool mousemove --window "$(window)" "$1" "$2" sleep 0.2 click 1
  sleep "${3:-0.6}"
}
type_text() { DISPLAY=$display xdotool type --delay 20 "$1"; sleep 0.4; }
key() { DISPLAY=$display xdotool key "$1"; sleep "${2:-0.5}"; }
# Presses a key that copies until what is on the clipboard looks right, and prints it.
copied() {
  local text
  for _ in $(seq 20); do
    key "$1" 0.5
    text=$(clipboard 2>/dev/null || true)
    # shellcheck disable=SC2053
    if [[ $text == $2 ]]; then
      echo "$text"
      return 0
    fi
  done
  return 1
}
# Does something, then presses a key that copies until what is on the clipboard looks right, and prints it. A busy machine
# shows a window before it answers to the mouse, and input that comes too early is lost: all of it again then.
until_copied() {
  local copy=$1 pattern=$2
  shift 2
  for _ in 1 2 3; do
    "$@"
    if copied "$copy" "$pattern"; then return 0; fi
    key Escape
  done
  return 1
}
enable_tunnel() {
  key ctrl+t 1.5
  # Wake on HTTP; then the button below.
  press 838 414
  shot dialog
  press 799 597 1
}
list_port() {
  key ctrl+shift+n 1
  type_text "$1"
  key Return 1
}
quit() {
  for _ in 1 2 3; do
    key ctrl+q 1
    shot quit
    # The question about gateways: the other button.
    key shift+Tab
    key space 2
    if until_true 100 no_window; then return 0; fi
    key Escape
  done
  return 1
}
clipboard() { DISPLAY=$display timeout 5 xclip -o -selection clipboard; }

# What packages may own: not the folders in which others work meanwhile.
file_list() { find /usr /etc /opt /var /bin /lib /srv -xdev 2>/dev/null | sort; }

mkdir -p "$pictures" "$home" "$work/run" "$work/bin"
# The browser of the system: Chromium without a window, which says over a port what it shows.
devtools=9333
cat >"$work/bin/xdg-open" <<END
#!/bin/sh
export HOME=$work/run/browser TMPDIR=$work/run
chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir=\$HOME/profile \
  --remote-debugging-port=$devtools "\$1" >$work/run/browser.log 2>&1 &
END
chmod 755 "$work/bin/xdg-open"
useradd --home-dir "$home" --no-create-home --shell /bin/sh "$user"
chown "$user:" "$home" "$work/run"
chmod 700 "$work/run"
chmod 755 "$work"
chmod 700 "$home"

Xvfb "$display" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
started+=($!)
until_true 100 env DISPLAY="$display" xdotool getdisplaygeometry || fail "no display"
DISPLAY=$display openbox >/dev/null 2>&1 &
started+=($!)

say "an older version is installed, then this one over it"
file_list >"$work/before"
older=$work/older
dpkg-deb -R "$deb" "$older"
sed -i 's/^Version: .*/Version: 0.0.1-1/' "$older/DEBIAN/control"
echo old >"$older/usr/lib/devbox-tunnels/left-by-the-old-version"
dpkg-deb --root-owner-group -Znone --build "$older" "$work/older.deb" >/dev/null
rm -rf "$older"
dpkg -i "$work/older.deb" >/dev/null
DEBIAN_FRONTEND=noninteractive dpkg -i "$deb" >/dev/null || fail "does not install"
[ ! -e /usr/lib/devbox-tunnels/left-by-the-old-version ] || fail "the upgrade leaves files of the old version"
[ "$(dpkg-query -W -f '${Version}' devbox-tunnels)" != 0.0.1-1 ] || fail "not upgraded"
different=$(dpkg -V devbox-tunnels || true)
[ -z "$different" ] || fail "installed files differ from the package's: $different"
command -v devbox-tunnels >/dev/null || fail "no command on the PATH"
as_user devbox-tunnels --version

say "the class cache is used"
as_user sh -c "JDK_JAVA_OPTIONS='-XX:AOTMode=on -Xlog:class+load' devbox-tunnels --version" >"$work/classes" 2>/dev/null ||
  fail "the cache does not fit"
grep -q 'io.github.devboxtunnels.app.Launcher source: shared objects file' "$work/classes" ||
  fail "classes do not come from the cache"

say "the main job, by mouse and keyboard"
touch "$work/mark"
as_user devbox-tunnels >"$work/out" 2>"$work/err" &
started+=($!)
until_true 300 has_window || fail "no window"
DISPLAY=$display xdotool windowsize --sync "$(window)" 1200 760 windowmove "$(window)" 100 60
sleep 1
shot connect
until_copied ctrl+shift+i 'dbx_*' press 818 423 >/dev/null || fail "the sandbox does not open"
shot list
# The third row is jobs-api, which has no tunnel.
until_copied ctrl+shift+i dbx_sim0003 press 187 262 >/dev/null || fail "another devbox than the third is selected"
until_copied ctrl+shift+t 'tok_*' enable_tunnel >"$work/token" || fail "no token"
token=$(cat "$work/token")
shot enabled
address=$(until_copied ctrl+shift+a 'http://3000-*.tunnel.localhost:*' list_port 3000) || fail "no address"
shot done
answer=$(curl -s -o /dev/null -w '%{http_code}' -H "X-Runloop-Tunnel-Authorization: Bearer $token" "$address")
[ "$answer" = 200 ] || fail "the tunnel answers $answer with the token"
answer=$(curl -s -o /dev/null -w '%{http_code}' "$address")
[ "$answer" = 401 ] || fail "the tunnel answers $answer without the token"

say "the private page opens in a browser"
key ctrl+o 1
until_true 300 sh -c "curl -s http://127.0.0.1:$devtools/json/list | grep -q '\"title\": \"jobs-api'" ||
  fail "the browser does not show the page: $(curl -s "http://127.0.0.1:$devtools/json/list")"
shot opened
[ "$(pgrep -u "$user" -fc -- --serve-gateways)" = 1 ] || fail "the gateways are not in a process of their own"

say "a second start brings the window to the front and ends"
DISPLAY=$display xdotool windowminimize "$(window)"
until_true 50 no_window || fail "not minimised"
begin=$(date +%s%N)
as_user devbox-tunnels
took=$((($(date +%s%N) - begin) / 1000000))
echo "   in $took ms, runuser included"
until_true 50 has_window || fail "the window does not come back"

say "memory and files"
pid=$(pgrep -u "$user" -f 'runtime/bin/devbox-tunnels .*devboxtunnels.fonts' | head -1)
echo "   $(awk '/^VmRSS/ {print int($2 * 1024 / 1000000)}' "/proc/$pid/status") MB resident with the sandbox inside"
pkill -u "$user" chromium || true
gateways=$(pgrep -u "$user" -f -- --serve-gateways)
echo "   $(awk '/^VmRSS/ {print int($2 * 1024 / 1000000)}' "/proc/$gateways/status") MB resident in the process of the gateways"
quit || fail "the window does not close"
until_true 50 sh -c "! kill -0 $pid" || fail "the process does not end"
until_true 50 sh -c "! kill -0 $gateways" || fail "the gateways do not end"
[ -s "$work/err" ] && fail "something was said on standard error"
find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path "$PWD" \) -prune -o -user "$user" -print 2>/dev/null |
  grep -v "^$home/.config/devbox-tunnels\(/\|$\)" | grep -vx "$home" | grep -vx "$home/.config" | grep -v "^$work/run" >"$work/elsewhere" || true
[ -s "$work/elsewhere" ] && fail "written outside the user's settings: $(head -5 "$work/elsewhere" | tr '\n' ' ')"
written=$(find /usr/lib/devbox-tunnels /usr/bin/devbox-tunnels* -newer "$work/mark")
[ -z "$written" ] || fail "the installation was written to: $written"
find "$home/.config" -type f | sed "s|^$home|   ~|"

say "uninstalling leaves nothing"
dpkg -P devbox-tunnels >/dev/null
file_list >"$work/after"
left=$(diff "$work/before" "$work/after" | grep -v '/var/\(lib/dpkg\|cache\|log\)' | grep '^[<>] .*devbox-tunnels' || true)
[ -z "$left" ] || fail "something is left: $left"
[ -e "$home/.config/devbox-tunnels/settings.json" ] || fail "the user's settings are gone"

say "the rpm is unpacked and started"
mkdir "$work/rpm"
rpm2archive - <"$rpm" 2>/dev/null | tar -xz -C "$work/rpm" 2>/dev/null || (cd "$work/rpm" && rpm2cpio "$rpm" | cpio -id --quiet)
as_user "$work/rpm/usr/bin/devbox-tunnels" --sandbox --measure-start
as_user "$work/rpm/usr/bin/devbox-tunnels-safe-mode" --sandbox --measure-start

say "done; pictures in $pictures"
