#!/bin/sh
# Makes an installer of main.wxs and one file, and looks at what it would write into the registry; it stays where the
# first argument says. WiX itself runs on Windows alone; wixl knows neither the dialogs, which are jpackage's, nor the PATH.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

grep -v -e '<UIRef' -e '<Environment' packaging/windows/main.wxs >"$work/main.wxs"
cp icons/devbox-tunnels.ico "$work/icon.ico"
: >"$work/program.exe"
# The parts that jpackage makes of the application image.
cat >"$work/bundle.wxs" <<'WXS'
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Fragment>
    <DirectoryRef Id="TARGETDIR">
      <Directory Id="LocalAppDataFolder">
        <Directory Id="INSTALLDIR" Name="Devbox Tunnels">
          <Component Id="Program" Guid="6f2e8f3c-6b52-4a0f-86b8-7a52b1a9d111">
            <File Id="Program" Name="Devbox Tunnels.exe" Source="program.exe" KeyPath="yes"/>
          </Component>
        </Directory>
      </Directory>
    </DirectoryRef>
    <ComponentGroup Id="Files">
      <ComponentRef Id="Program"/>
    </ComponentGroup>
    <ComponentGroup Id="Shortcuts"/>
    <ComponentGroup Id="FileAssociations"/>
  </Fragment>
</Wix>
WXS
msi=${1:-$work/lint.msi}
(cd "$work" && wixl --arch x64 --output "$msi" \
  -D JpProductCode=9d0e7c9a-52c4-4b52-9d3e-1f1a1e0a6c01 -D JpProductUpgradeCode=6f0c0a5e-2f0b-4d0e-9c57-0f6a7f4f3a51 \
  -D JpAppName='Devbox Tunnels' -D JpAppVersion=0.1.0 -D JpAppVendor='Devbox Tunnels contributors' \
  -D JpAppDescription='Enable tunnels of Runloop devboxes' -D JpIcon=icon.ico main.wxs bundle.wxs) 2>"$work/messages" || {
  cat "$work/messages" >&2
  exit 1
}

registry=$(msiinfo export "$msi" Registry | tr -d '\r' | cut -f 2-5 | sed 's/\\\t/\t/')
holds() {
  printf "%s\n" "$registry" | grep -Fxq "$(printf '1\t%s\t%s\t%s' "$1" "$2" "$3")" || {
    printf "The installer does not write %s [%s] = %s:\n" "$1" "$2" "$3" >&2
    printf "%s\n" "$registry" >&2
    exit 1
  }
}
links='Software\Classes\devbox-tunnels'
holds "$links" '' 'URL:Devbox Tunnels'
holds "$links" 'URL Protocol' ''
holds "$links\\shell\\open\\command" '' '"[INSTALLDIR]Devbox Tunnels.exe" "%1"'
holds "$links\\DefaultIcon" '' '"[INSTALLDIR]Devbox Tunnels.exe",0'
echo "The Windows installer registers its links."
